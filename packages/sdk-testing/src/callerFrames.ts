/** The frames of a stack, from whoever called something on. */
export type CallerFrames = readonly string[]

/**
 * Who called `callee`: what fails later, when that call is no longer on the stack, is shown there.
 *
 * @param callee A function that is being called just now.
 */
export function captureCaller(callee: (...parts: never[]) => unknown): CallerFrames {
  const here: { stack?: string } = {}
  Error.captureStackTrace(here, callee)
  return (here.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
}
