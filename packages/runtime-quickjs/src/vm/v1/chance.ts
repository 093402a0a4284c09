/**
 * Guest source: `Math.random`, `Date` and `performance` as functions of the seed, so that a run can be repeated.
 *
 * Each reading of the clock is one millisecond later than the one before: equal seeds and equal calls give equal
 * answers, and no plugin can time its neighbours. The native `Date` constructor is not reachable afterwards.
 */
export const chanceSource: string = String.raw`
  let randomState = 0
  let epoch = 0
  let readings = 0
  // What an instance did before anybody called it: a copy of it would not have done the same.
  let effects = 0
  const reseed = (seed) => {
    randomState = seed.random >>> 0
    epoch = seed.epochMs
    readings = 0
    return '{}'
  }

  // Mulberry32.
  const random = () => {
    effects += 1
    randomState = (randomState + 0x6d2b79f5) >>> 0
    let mixed = imul(randomState ^ (randomState >>> 15), randomState | 1)
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  hide(Math, 'random', { random() { return random() } }.random)

  const now = () => {
    effects += 1
    return epoch + readings++
  }

  const SeededDate = function Date(...parts) {
    if (new.target === undefined) return apply(dateToString, construct(NativeDate, [now()]), [])
    return construct(NativeDate, parts.length === 0 ? [now()] : parts, new.target)
  }
  const dateToString = NativeDate.prototype.toString
  hide(SeededDate, 'now', { now() { return now() } }.now)
  hide(SeededDate, 'parse', NativeDate.parse)
  hide(SeededDate, 'UTC', NativeDate.UTC)
  defineProperty(SeededDate, 'length', { value: 7 })
  defineProperty(SeededDate, 'prototype', { value: NativeDate.prototype, writable: false })
  hide(NativeDate.prototype, 'constructor', SeededDate)
  hide(globalThis, 'Date', SeededDate)
  hide(globalThis, 'performance', freeze({ now() { return now() - epoch } }))
  // Shared memory has nobody to share with here, and it is a clock.
  delete globalThis.SharedArrayBuffer
`
