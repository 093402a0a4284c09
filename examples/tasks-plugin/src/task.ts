/** Something to do. */
export interface Task {
  readonly title: string
  /** Hours and minutes, UTC; null while it is open. */
  readonly doneAt: string | null
}
