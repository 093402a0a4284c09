import { encode } from '@jridgewell/sourcemap-codec'
import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'

import { createSourceFinder, writePlace } from './sourceFile.ts'

/** A map whose segments are `[source, line, column]` of the originals. */
function mapOf(
  sources: readonly string[],
  texts: readonly (string | null)[],
  segments: readonly [number, number, number][],
) {
  const mappings = encode([
    segments.map(
      ([source, line, column], index) => [index, source, line - 1, column - 1] as [number, number, number, number],
    ),
  ])
  return JSON.stringify({ version: 3, sources, sourcesContent: texts, names: [], mappings })
}

it('finds the file that has something at a place', () => {
  const find = createSourceFinder(
    mapOf(
      ['list.ts', 'tasks.plugin.tsx'],
      ['a', 'b'],
      [
        [0, 3, 7],
        [1, 9, 1],
      ],
    ),
  )
  expect(find({ line: 3, column: 7 })).toEqual({ file: 'list.ts', line: 3, column: 7 })
  expect(writePlace(find({ line: 9, column: 1 }))).toBe('tasks.plugin.tsx:9:1')
})

it('takes the author’s own file where a package has something at the same place, whichever comes first', () => {
  const both: [number, number, number][] = [
    [0, 3, 7],
    [1, 3, 7],
  ]
  expect(
    createSourceFinder(mapOf(['@plugboard/sdk/x.js', 'a.tsx'], [null, 'a'], both))({ line: 3, column: 7 }).file,
  ).toBe('a.tsx')
  expect(
    createSourceFinder(mapOf(['a.tsx', '@plugboard/sdk/x.js'], ['a', null], both))({ line: 3, column: 7 }).file,
  ).toBe('a.tsx')
})

it('calls code without a map plugin.js, and of a place that no file has says the plugin’s own', () => {
  expect(createSourceFinder(undefined)({ line: 1, column: 2 }).file).toBe('plugin.js')
  expect(createSourceFinder(mapOf(['a.tsx'], ['a'], []))({ line: 1, column: 2 }).file).toBe('a.tsx')
})

test.prop([fc.oneof(fc.string(), fc.json())], { numRuns: 50 })('reads any text as a map, or as none', (sourceMap) => {
  expect(createSourceFinder(sourceMap)({ line: 1, column: 1 })).toMatchObject({ line: 1, column: 1 })
})
