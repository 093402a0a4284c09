/**
 * A 64-bit fingerprint of JSON data as 16 hexadecimal digits: equal data gives equal digests, whatever the order of keys.
 * For comparing two runs, not for security: anybody can make a collision on purpose.
 *
 * FNV-1a in two 32-bit lanes over the canonical form (keys sorted). Digests of objects are remembered by reference, so a
 * tree that shares its unchanged parts with the previous one costs only what changed. Recursive: bound the depth before.
 */
export function digestJson(value: unknown): string {
  const [high, low] = digestOf(value)
  return hex(high) + hex(low)
}

type Lanes = readonly [high: number, low: number]

const remembered = new WeakMap<object, Lanes>()

function digestOf(value: unknown): Lanes {
  if (typeof value !== 'object' || value === null) return fold(START, `${typeof value}:${String(value)}`)
  const known = remembered.get(value)
  if (known !== undefined) return known
  let lanes: Lanes = fold(START, Array.isArray(value) ? '[' : '{')
  if (Array.isArray(value)) for (const item of value) lanes = fold(lanes, hexOf(digestOf(item)))
  else {
    const record = value as Record<string, unknown>
    for (const key of Object.keys(record).toSorted()) {
      if (record[key] === undefined) continue
      lanes = fold(lanes, `${JSON.stringify(key)}${hexOf(digestOf(record[key]))}`)
    }
  }
  remembered.set(value, lanes)
  return lanes
}

const START: Lanes = [0x811c9dc5, 0x01000193]

function fold([high, low]: Lanes, text: string): Lanes {
  let first = high
  let second = low
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second ^ (code + index), 0x85ebca6b)
    second ^= second >>> 13
  }
  return [first >>> 0, second >>> 0]
}

function hexOf([high, low]: Lanes): string {
  return hex(high) + hex(low)
}

function hex(lane: number): string {
  return lane.toString(16).padStart(8, '0')
}
