/** Longest name that the greeter takes, in UTF-16 code units. */
export const GREETER_NAME_LENGTH = 80

/** Whether `value` may be a name: any text that is short enough, also none. */
export function isGreeterName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= GREETER_NAME_LENGTH
}
