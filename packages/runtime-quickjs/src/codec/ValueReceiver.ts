import {
  applyDelta,
  inspectJson,
  JSON_DEPTH,
  measureJsonDepth,
  shareStructure,
  type JsonValue,
} from '@plugboard/contracts'

import type { WireValue } from './ValueSender.ts'

// A level of a value takes up to two of its delta: a list of parts, and the part.
const DELTA_DEPTH = JSON_DEPTH * 2 + 2

/** Receives the successive values of one thing. Parts that did not change are the same objects from one to the next. */
export class ValueReceiver {
  #serial = 0
  #value: JsonValue | undefined

  /**
   * The value that was sent, or undefined when the text is none: not JSON, too deep, with names that reach a prototype, or
   * a delta of a value that is not here. Nothing is taken over then.
   */
  decode([serial, base, text]: WireValue): JsonValue | undefined {
    if (base === 0) return this.#accept(serial, this.#decodeWhole(text))
    if (base !== this.#serial || this.#value === undefined) return undefined
    if (text === '') return this.#value
    const delta = parseText(text, DELTA_DEPTH)
    return this.#accept(serial, delta === undefined ? undefined : applyDelta(this.#value, delta))
  }

  #decodeWhole(text: string): JsonValue | undefined {
    const value = parseText(text, JSON_DEPTH)
    if (value === undefined || inspectJson(value) !== null) return undefined
    // What was inspected is JSON.
    return shareStructure(this.#value, value as JsonValue)
  }

  #accept(serial: number, value: JsonValue | undefined): JsonValue | undefined {
    if (value === undefined) return undefined
    this.#serial = serial
    this.#value = value
    return value
  }
}

// Depth first: not every engine's parser is iterative, and what reads the value is not.
function parseText(text: string, depth: number): unknown {
  if (measureJsonDepth(text) > depth) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
