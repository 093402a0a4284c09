import { isPlainObject, JSON_DEPTH, measureJsonDepth } from '@plugboard/contracts'
import type { SourcePosition } from '@plugboard/contracts'

/** How the bootstrap describes something that plugin code threw. Texts are the guest's: shown, never believed. */
export interface GuestThrown {
  readonly text: string
  /** The engine's own limit that the error says it is about. */
  readonly limit: 'stack' | 'memory' | null
  readonly source?: SourcePosition
}

/** What an entry call answered, before anything is known about its content. */
export type GuestAnswer =
  | { readonly kind: 'thrown'; readonly thrown: GuestThrown }
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'too-deep' }
  | ValueAnswer

/** An answer with something in it. */
export interface ValueAnswer {
  readonly kind: 'value'
  readonly value: Readonly<Record<string, unknown>>
  readonly text: string
}

/** Characters that an answer may have beyond what the plugin put into it: the bootstrap's own keys, or a described error. */
export const ENVELOPE_LENGTH = 16_384

// Eight times what one payload may have: a payload that is too deep is refused alone, a text that is deeper is not parsed.
const TEXT_DEPTH = JSON_DEPTH * 8

/**
 * Parses the text of an entry call, or returns null when it is not one. The bootstrap writes the outermost keys, so that
 * they can be relied on; what stands under them is the plugin's.
 */
export function parseAnswer(text: string): GuestAnswer | null {
  if (measureJsonDepth(text) > TEXT_DEPTH) return { kind: 'too-deep' }
  const parsed = parseText(text)
  if (!isPlainObject(parsed)) return null
  const { thrown, tooLong } = parsed
  if (typeof tooLong === 'number') return { kind: 'too-long', length: tooLong }
  // Written by the bootstrap's `describe`, whose output has this shape whatever was thrown.
  if (thrown !== undefined) return { kind: 'thrown', thrown: thrown as GuestThrown }
  return { kind: 'value', value: parsed, text }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
