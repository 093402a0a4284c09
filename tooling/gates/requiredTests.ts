/** A promise that must never lose its tests: the run is red when none of them ran, even if everything that ran passed. */
export interface RequiredTest {
  readonly promise: string
  /** Folder whose tests keep it. */
  readonly folder: string
  /** Matches the full names of the tests that keep it, describe blocks included. */
  readonly title: RegExp
}

/** One test as a run reports it. */
export interface RanTest {
  readonly file: string
  readonly fullName: string
  readonly status: string
}

/** Says which promises no passing test keeps. */
export function findBrokenPromises(required: readonly RequiredTest[], ran: readonly RanTest[]): readonly string[] {
  return required.flatMap(({ promise, folder, title }) => {
    const tests = ran.filter(({ file, fullName }) => file.includes(`${folder}/`) && title.test(fullName))
    if (tests.length === 0) return [`${promise}: no test of ${folder} matches ${String(title)}`]
    return tests
      .filter(({ status }) => status !== 'passed')
      .map(({ fullName, status }) => `${promise}: "${fullName}" is ${status}`)
  })
}
