import { describe, expect, test } from 'vitest'

import { createPositionMapper, SEGMENTS, SOURCE_MAP_LENGTH } from './sourcePositions.ts'

const mapOf = (mappings: string): string => JSON.stringify({ version: 3, sources: ['a.ts'], names: [], mappings })

describe('positions in what the author wrote', () => {
  test('belong to the last segment at or before the position; columns count from 1 on both sides', () => {
    // From column 1: line 1, column 1. From column 5: line 2, column 1.
    const { map } = createPositionMapper(mapOf('AAAA,IACA'))
    expect(map({ line: 1, column: 1 })).toEqual({ line: 1, column: 1 })
    expect(map({ line: 1, column: 4 })).toEqual({ line: 1, column: 1 })
    expect(map({ line: 1, column: 5 })).toEqual({ line: 2, column: 1 })
    expect(map({ line: 1, column: 99 })).toEqual({ line: 2, column: 1 })
  })

  test('are left as they are where the map says nothing', () => {
    // Nothing before column 5; a segment without a source; no second line.
    for (const mappings of ['IAAA', 'A', '', ';']) {
      const { map } = createPositionMapper(mapOf(mappings))
      expect(map({ line: 1, column: 2 }), mappings).toEqual({ line: 1, column: 2 })
      expect(map({ line: 2, column: 2 }), mappings).toEqual({ line: 2, column: 2 })
    }
  })

  test('are left as they are when there is no map, or none that can be read', () => {
    const position = { line: 3, column: 4 }
    const maps = ['', '{', 'null', '[]', '{}', '{"version":2,"mappings":"AAAA"}', '{"version":3,"mappings":7}']
    for (const sourceMap of [undefined, ...maps])
      expect(createPositionMapper(sourceMap).map(position)).toEqual(position)
  })

  test('are left as they are when the map is longer than any that is read', () => {
    const line = { line: 1, column: 1 }
    const shifting = mapOf('AACA')
    expect(createPositionMapper(shifting).map(line)).toEqual({ line: 2, column: 1 })
    expect(createPositionMapper(shifting.padEnd(SOURCE_MAP_LENGTH + 1)).map(line)).toEqual(line)
  })

  test('are left as they are when the map holds more segments than the host has room for', () => {
    const line = { line: 1, column: 1 }
    expect(createPositionMapper(mapOf(`AACA${';'.repeat(SEGMENTS)}`)).map(line)).toEqual({ line: 2, column: 1 })
    expect(createPositionMapper(mapOf(`AACA${';'.repeat(SEGMENTS + 1)}`)).map(line)).toEqual(line)
  })
})
