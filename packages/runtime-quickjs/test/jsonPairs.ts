import type { JsonValue } from '@plugboard/contracts'
import { fc } from '@fast-check/vitest'

const name = fc.oneof(fc.constantFrom('a', 'b', 'key', 'id', '1', '2', 'toString', 'hasOwnProperty'), fc.string())
const leaf = fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean())

/** JSON values with the shapes that state and trees have: records with keys, lists of them, few names. */
export const json: fc.Arbitrary<JsonValue> = fc
  .letrec<{ value: unknown; item: unknown }>((tie) => ({
    item: fc.record(
      { key: fc.constantFrom('x', 'y', 'z', 'w'), id: fc.constantFrom(1, 2, 3), value: tie('value') },
      { requiredKeys: [] },
    ),
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.array(tie('item'), { maxLength: 6 }),
      fc.dictionary(
        name.filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text)),
        tie('value'),
        {
          maxKeys: 5,
          noNullPrototype: true,
        },
      ),
    ),
  }))
  // Through text: no negative zero, no value that is the same object twice.
  .value.map((value) => JSON.parse(JSON.stringify(value)) as JsonValue)

/** How a value is changed without touching what is not changed: by the random numbers, in order. */
export function mutate(value: JsonValue, choices: readonly number[], fresh: JsonValue): JsonValue {
  const [choice = 0, ...rest] = choices
  if (rest.length === 0) return fresh
  if (Array.isArray(value)) {
    const list = value as readonly JsonValue[]
    const at = choice % (list.length + 1)
    switch (choice % 5) {
      case 0:
        return list.toSpliced(at, 1)
      case 1:
        return list.toSpliced(at, 0, fresh)
      case 2:
        return list.toReversed()
      case 3:
        return [...list.slice(at), ...list.slice(0, at)]
      default:
        return list.map((item, index) => (index === at ? mutate(item, rest, fresh) : item))
    }
  }
  if (typeof value !== 'object' || value === null) return fresh
  const entries = Object.entries(value)
  const at = choice % (entries.length + 1)
  if (choice % 7 === 0) return Object.fromEntries(entries.toSpliced(at, 1))
  if (choice % 7 === 1) return Object.fromEntries([...entries, ['added', fresh]])
  if (choice % 7 === 2) return Object.fromEntries(entries.toReversed())
  return Object.fromEntries(entries.map(([key, item], index) => [key, index === at ? mutate(item, rest, fresh) : item]))
}

/** A value and one that was made from it by changes along some paths: what did not change is the same objects. */
export const jsonStep: fc.Arbitrary<readonly [JsonValue, JsonValue]> = fc
  .tuple(json, fc.array(fc.tuple(fc.array(fc.nat(60), { maxLength: 5 }), json), { maxLength: 4 }))
  .map(([value, changes]) => [
    value,
    changes.reduce((next, [choices, fresh]) => mutate(next, [...choices, 0], fresh), value),
  ])
