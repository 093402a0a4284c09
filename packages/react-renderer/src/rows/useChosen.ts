import { useState } from 'react'

/**
 * A value that belongs to the person: what they choose stays until the plugin gives a value that it did not give before.
 *
 * @param given what the plugin says; `undefined` when it says nothing.
 */
export function useChosen<T>(
  given: T | undefined,
  isSame: (one: T, other: T) => boolean,
): readonly [value: T | undefined, choose: (value: T | undefined) => void] {
  const [state, setState] = useState<{ readonly given: T | undefined; readonly value: T | undefined }>({
    given,
    value: given,
  })
  let { value } = state
  if (given !== undefined && given !== state.given) {
    if (state.given === undefined || !isSame(given, state.given)) value = given
    setState({ given, value })
  }
  return [value, (chosen) => setState({ given, value: chosen })]
}
