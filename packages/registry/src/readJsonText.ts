import { inspectJson, measureJsonDepth } from '@plugboard/contracts'

import { REGISTRY_LIMITS } from './registryLimits.ts'

/** JSON that may be looked at, or what is wrong with the text, to end a sentence that begins with the file's name. */
export type ReadJson =
  | { readonly isReadable: true; readonly value: unknown }
  | { readonly isReadable: false; readonly fault: string }

/** Reads JSON text of whoever, within the limits: nothing that a parser or a schema chokes on comes through. */
export function readJsonText(text: string | Uint8Array): ReadJson {
  // A character is at most three bytes, so no text within the limit is refused for its length in characters.
  if (text.length > REGISTRY_LIMITS.textBytes) return unreadable(`is larger than ${REGISTRY_LIMITS.textBytes} bytes`)
  let decoded: string
  try {
    decoded = typeof text === 'string' ? text : new TextDecoder('utf-8', { fatal: true }).decode(text)
  } catch {
    return unreadable('is not UTF-8 text')
  }
  if (measureJsonDepth(decoded) > REGISTRY_LIMITS.jsonDepth) return unreadable('is nested too deep')
  let value: unknown
  try {
    value = JSON.parse(decoded)
  } catch {
    // The engine's message repeats the text, which is foreign.
    return unreadable('is not JSON')
  }
  return inspectValue(value)
}

/** The same for a value that was parsed by somebody else. */
export function inspectValue(value: unknown): ReadJson {
  const fault = inspectJson(value, { depth: REGISTRY_LIMITS.jsonDepth, values: REGISTRY_LIMITS.jsonValues })
  if (fault === null) return { isReadable: true, value }
  const because = {
    'too-deep': 'is nested too deep',
    'too-many-values': 'has too many values',
    'forbidden-key': 'has a key that reaches a prototype',
    'not-json': 'has something that is no JSON',
  } as const
  return unreadable(`${because[fault.code]} (at ${fault.path})`)
}

function unreadable(fault: string): ReadJson {
  return { isReadable: false, fault }
}
