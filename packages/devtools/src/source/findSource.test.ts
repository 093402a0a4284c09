import { encode } from '@jridgewell/sourcemap-codec'
import { expect, test } from 'vitest'

import { findSource } from './findSource.ts'
import { writePlace } from './sourcePlace.ts'

const code = 'first\nsecond'
const position = { line: 7, column: 3 }

function mapOf(
  sources: readonly string[],
  contents: readonly (string | null)[],
  segments: readonly [number, number, number][],
): string {
  const mappings = encode([segments.map(([source, line, column], index) => [index, source, line - 1, column - 1])])
  return JSON.stringify({ version: 3, sources, sourcesContent: contents, names: [], mappings })
}

test('code without a map is its own source', () => {
  expect(findSource({ code }, position)).toEqual({ place: { ...position, file: 'plugin.js' }, text: code })
})

test('a place is in the file that has a segment there, and its name is the last part of it', () => {
  const sourceMap = mapOf(
    ['sdk/ui.ts', 'counter/counter.tsx'],
    [null, 'the text'],
    [
      [0, 1, 1],
      [1, 7, 3],
    ],
  )
  const { place, text } = findSource({ code, sourceMap }, position)
  expect(place).toEqual({ file: 'counter/counter.tsx', ...position })
  expect(text).toBe('the text')
  expect(writePlace(place)).toBe('counter.tsx:7:3')
})

test('of two files with a segment there whose text is known it is the plugin itself, which comes last', () => {
  const segments: [number, number, number][] = [
    [1, 7, 3],
    [0, 7, 3],
  ]
  const sourceMap = mapOf(['sdk/ui.ts', 'plugin.tsx'], ['its text', 'the text'], segments)
  expect(findSource({ code, sourceMap }, position).place.file).toBe('plugin.tsx')
})

test('of two files with a segment there it is the one whose text is known', () => {
  const sourceMap = mapOf(
    ['sdk/ui.ts', 'plugin.tsx'],
    [null, 'the text'],
    [
      [0, 7, 3],
      [1, 7, 3],
    ],
  )
  expect(findSource({ code, sourceMap }, position).place.file).toBe('plugin.tsx')
})

test('of one file it is that one, mapped or not; of several without a segment there it is the code', () => {
  expect(findSource({ code, sourceMap: mapOf(['plugin.tsx'], ['t'], []) }, position).place.file).toBe('plugin.tsx')
  expect(findSource({ code, sourceMap: mapOf(['a.ts', 'b.ts'], ['t', 't'], []) }, position)).toEqual({
    place: { ...position, file: 'plugin.js' },
    text: code,
  })
})

test.each([
  'no map',
  '{}',
  '[]',
  '{"version":3,"mappings":7}',
  '{"version":3,"mappings":"!!!!","sources":"x"}',
  '{"version":3,"mappings":"AAAA","sources":[7,null],"sourcesContent":{"0":1}}',
])('a map that is none costs the name of the file alone: %s', (sourceMap) => {
  expect(findSource({ code, sourceMap }, position).place).toMatchObject(position)
})

test('a map that is too long is not read', () => {
  const sourceMap = JSON.stringify({ version: 3, sources: ['plugin.tsx'], mappings: ';'.repeat(2_000_000) })
  expect(findSource({ code, sourceMap }, position).place.file).toBe('plugin.js')
})

test('a map that names more files in one place than a call takes arguments is read like any other', () => {
  // Each segment is in the file after that of the one before it, and all are at 7:3.
  const mappings = `AAME${',CCAA'.repeat(200_000)}`
  const sourceMap = JSON.stringify({ version: 3, sources: ['plugin.tsx'], sourcesContent: ['the text'], mappings })
  expect(findSource({ code, sourceMap }, position).text).toBe('the text')
  const nameless = JSON.stringify({ version: 3, sources: ['plugin.tsx'], mappings })
  expect(findSource({ code, sourceMap: nameless }, position).place.file).toBe('plugin.js')
})

test('the name of a file is text of a stranger', () => {
  const sourceMap = mapOf([`a/\u202E\n${'x'.repeat(10_000)}`], [null], [[0, 7, 3]])
  const name = writePlace(findSource({ code, sourceMap }, position).place)
  expect(name.length).toBeLessThan(300)
  expect(name).not.toMatch(/[\u202E\n]/)
})
