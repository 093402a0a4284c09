import { diffJson, JSON_DEPTH, type JsonValue } from '@plugboard/contracts'

/**
 * A value on its way to a {@link ValueReceiver}: its number, the number of the value that it is made from, and the text of
 * the delta that does it. With the base 0 the text is the whole value; an empty text is the base itself.
 */
export type WireValue = readonly [serial: number, base: number, text: string]

/**
 * Sends the successive values of one thing, each as what has changed since the last. Texts are built from what is not the
 * same object, so values have to share their unchanged parts, and never change in place.
 */
export class ValueSender {
  readonly #depth: number
  #serial = 0
  #last: { readonly value: JsonValue; readonly wholeLength: number } | null = null

  /** `depth`: how many levels are compared; a receiver recurses as deep. */
  constructor(depth: number = JSON_DEPTH) {
    this.#depth = depth
  }

  /** What the other side has; null when nothing. */
  get last(): JsonValue | null {
    return this.#last === null ? null : this.#last.value
  }

  /** The next value, bounded in depth, as it goes over the wire. */
  encode(value: JsonValue): WireValue {
    const last = this.#last
    if (last === null) return this.#encodeWhole(JSON.stringify(value), value)
    const delta = diffJson(last.value, value, this.#depth)
    this.#last = { value, wholeLength: last.wholeLength }
    if (delta === undefined) return [this.#serial, this.#serial, '']
    const text = JSON.stringify(delta)
    if (text.length >= last.wholeLength) {
      const whole = JSON.stringify(value)
      if (whole.length <= text.length) return this.#encodeWhole(whole, value)
    }
    this.#serial += 1
    return [this.#serial, this.#serial - 1, text]
  }

  /** Forgets what the other side has: the next value goes whole. */
  forget(): void {
    this.#last = null
  }

  #encodeWhole(text: string, value: JsonValue): WireValue {
    this.#last = { value, wholeLength: text.length }
    this.#serial += 1
    return [this.#serial, 0, text]
  }
}
