/** A value that belongs to the person, and what the plugin said of it last. */
export interface Chosen<T> {
  readonly given: T | undefined
  readonly value: T | undefined
}

/**
 * What a person chose, after the plugin has said `given`: it stays until the plugin gives a value that it did not give
 * before. The same object when nothing is new.
 *
 * @param given undefined when the plugin says nothing, which takes nothing back.
 */
export function nextChosen<T>(
  chosen: Chosen<T>,
  given: T | undefined,
  isSame: (one: T, other: T) => boolean,
): Chosen<T> {
  if (given === undefined || given === chosen.given) return chosen
  const isNew = chosen.given === undefined || !isSame(given, chosen.given)
  return { given, value: isNew ? given : chosen.value }
}
