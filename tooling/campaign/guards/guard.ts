/** One thing that keeps people safe, how to take it away, and which tests must notice. */
export interface Guard {
  readonly name: string
  /** From the root of the repository. */
  readonly file: string
  /** Stands in the file once. */
  readonly find: string
  readonly replace: string
  /** A project of vitest. */
  readonly project: string
  /** What the names of its test files begin with or hold, separated by spaces. */
  readonly tests: string
}
