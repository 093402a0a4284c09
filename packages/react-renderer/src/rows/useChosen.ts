import { nextChosen } from '@plugboard/contracts/rendering'
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
  const [state, setState] = useState({ given, value: given })
  const next = nextChosen(state, given, isSame)
  if (next !== state) setState(next)
  return [next.value, (value) => setState({ given: next.given, value })]
}
