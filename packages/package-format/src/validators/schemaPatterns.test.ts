import { describe, expect, test } from 'vitest'

import { findPatternFault } from './schemaPatterns.ts'

describe('regular expressions of a schema, which no host could stop', () => {
  test.each([
    ['pattern', { properties: { name: { type: 'string', pattern: '^(a+)+$' } } }, 'uses "pattern"'],
    ['pattern deep in alternatives', { anyOf: [{ items: { pattern: 'a' } }] }, 'uses "pattern"'],
    ['patternProperties', { patternProperties: { '^(a+)+$': {} } }, 'uses "patternProperties"'],
  ])('%s is refused', (_, schema, fault) => {
    expect(findPatternFault({ type: 'object', ...schema })).toBe(fault)
  })

  test('a property may be called so', () => {
    expect(findPatternFault({ type: 'object', properties: { pattern: { type: 'string' } } })).toBe(null)
  })
})
