/** What of the engine's glue moves strings between JavaScript and its memory. */
export interface StringGlue {
  readonly HEAPU8: Uint8Array
  lengthBytesUTF8(text: string): number
  stringToUTF8(text: string, address: number, size: number): void
  UTF8ToString(address: number): string
}

/** Below this many characters a call into the platform's encoder costs more than the loop that it saves. */
const WORTH_IT = 64

/**
 * Lets the platform encode and decode long strings. The glue does it character by character, in JavaScript, twice for each
 * string that goes in: a third of what a call with a large view costs.
 */
export function installFastStrings(glue: StringGlue): void {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()
  const measure = glue.lengthBytesUTF8.bind(glue)
  const write = glue.stringToUTF8.bind(glue)
  // A string is measured, then written.
  let encoded: { readonly text: string; readonly bytes: Uint8Array } | null = null
  glue.lengthBytesUTF8 = (text) => {
    // The glue has its own way with halves of surrogate pairs.
    if (text.length < WORTH_IT || !text.isWellFormed()) return measure(text)
    encoded = { text, bytes: encoder.encode(text) }
    return encoded.bytes.length
  }
  glue.stringToUTF8 = (text, address, size) => {
    if (encoded?.text !== text || encoded.bytes.length >= size) {
      write(text, address, size)
      return
    }
    const { bytes } = encoded
    encoded = null
    glue.HEAPU8.set(bytes, address)
    glue.HEAPU8[address + bytes.length] = 0
  }
  glue.UTF8ToString = (address) => {
    if (address === 0) return ''
    const { HEAPU8 } = glue
    const end = HEAPU8.indexOf(0, address)
    return decoder.decode(HEAPU8.subarray(address, end === -1 ? HEAPU8.length : end))
  }
}
