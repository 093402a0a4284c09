import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { installFastStrings, type StringGlue } from './fastStrings.ts'

/** Glue with a small memory, and what it was asked to do by itself. */
function createGlue() {
  const asked: string[] = []
  const glue: StringGlue & { HEAPU8: Uint8Array } = {
    HEAPU8: new Uint8Array(65_536).fill(0xee),
    lengthBytesUTF8: (text) => {
      asked.push('length')
      return Buffer.byteLength(text)
    },
    stringToUTF8(text, address, size) {
      asked.push('write')
      const bytes = Buffer.from(text).subarray(0, size - 1)
      this.HEAPU8.set(bytes, address)
      this.HEAPU8[address + bytes.length] = 0
    },
    UTF8ToString: () => 'asked',
  }
  installFastStrings(glue)
  return { asked, glue }
}

function roundTrip(glue: StringGlue, text: string): string {
  const size = glue.lengthBytesUTF8(text) + 1
  glue.stringToUTF8(text, 100, size)
  return glue.UTF8ToString(100)
}

describe('strings between JavaScript and the engine', () => {
  test('come back as they went, whatever they are made of, cut at their first NUL', () => {
    const { glue } = createGlue()
    assert(
      property(string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const [expected] = text.split('\0')
        expect(roundTrip(glue, text)).toBe(expected?.replace(/^\ufeff/, ''))
      }),
    )
  })

  test('are the platform’s work where they are long, and the glue’s where they are short or broken', () => {
    const { asked, glue } = createGlue()
    expect(roundTrip(glue, 'ü🦀'.repeat(100))).toBe('ü🦀'.repeat(100))
    expect(asked).toEqual([])
    roundTrip(glue, 'short')
    expect(asked).toEqual(['length', 'write'])
    roundTrip(glue, `${'x'.repeat(100)}\ud800`)
    expect(asked).toEqual(['length', 'write', 'length', 'write'])
  })

  test('are written by the glue where there is less room than they need', () => {
    const { asked, glue } = createGlue()
    const text = 'x'.repeat(100)
    glue.lengthBytesUTF8(text)
    glue.stringToUTF8(text, 100, 11)
    expect(asked).toEqual(['write'])
    expect(glue.UTF8ToString(100)).toBe('x'.repeat(10))
  })

  test('end with the memory where no NUL does, and are empty at no address', () => {
    const { glue } = createGlue()
    expect(glue.UTF8ToString(0)).toBe('')
    glue.HEAPU8.fill(0x61)
    expect(glue.UTF8ToString(65_500)).toBe('a'.repeat(36))
  })

  test('are read from the memory that there is now: it is another one after it grew', () => {
    const { glue } = createGlue()
    glue.HEAPU8 = new Uint8Array(200)
    glue.HEAPU8.set(Buffer.from('grown'), 100)
    expect(glue.UTF8ToString(100)).toBe('grown')
  })
})
