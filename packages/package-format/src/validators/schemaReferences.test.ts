import { fc, test } from '@fast-check/vitest'
import type { JsonObject } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { createFiles, MANIFEST } from '../../test/packageSamples.ts'
import { inspectPackage } from '../inspectPackage.ts'
import { findReferenceFault } from './schemaReferences.ts'

/** Each definition twice the one before it: 2 to the power of `levels` for one value. */
function createDoubling(levels: number): JsonObject {
  const definitions = Array.from({ length: levels }, (_, level) => {
    const next = level === levels - 1 ? {} : { $ref: `#/$defs/d${level + 1}` }
    return [`d${level}`, { allOf: [next, next] }] as const
  })
  return { type: 'object', $defs: Object.fromEntries(definitions), $ref: '#/$defs/d0' }
}

describe('the references of a schema', () => {
  it.for([
    ['none', { type: 'object', properties: { city: { type: 'string' } } }],
    ['one of a place in itself', { $ref: '#/$defs/a', $defs: { a: {} } }],
    ['one with escaped keys', { $ref: '#/$defs/a~1b~0c', $defs: { 'a/b~c': {} } }],
    ['one of itself, for another value', { properties: { next: { $ref: '#' } } }],
    ['one of a list', { $ref: '#/anyOf/0', anyOf: [{ type: 'object' }] }],
    ['a few that double', createDoubling(6)],
  ] as const)('may be %s', ([, schema]) => {
    expect(findReferenceFault(schema)).toBeNull()
  })

  it.for([
    ['of another document', { $ref: 'https://example.org/schema.json' }],
    ['of a file', { $ref: 'other.json#/a' }],
    ['by name', { $ref: '#city' }],
    ['of nothing', { $ref: '#/$defs/b', $defs: { a: {} } }],
    ['of what is inherited', { $ref: '#/constructor' }],
    ['of no text', { properties: { a: { $ref: 7 } } }],
    ['of itself', { $ref: '#' }],
    ['of itself on a way through others', { anyOf: [{ $ref: '#/$defs/a' }], $defs: { a: { not: { $ref: '#' } } } }],
    ['in a circle beside the root', { $defs: { a: { $ref: '#/$defs/b' }, b: { if: { $ref: '#/$defs/a' } } } }],
    ['that depends on the caller', { $dynamicRef: '#a' }],
    ['that moves the others', { $id: 'https://example.org/', properties: {} }],
    ['that doubles too often', createDoubling(12)],
    ['that doubles a hundred times', createDoubling(100)],
  ] as const)('may not be %s', ([, schema]) => {
    expect(findReferenceFault(schema)).not.toBeNull()
  })

  test.prop([fc.jsonValue({ maxDepth: 8 })], { numRuns: 60 })('are answered for any JSON', (value) => {
    const fault = findReferenceFault({ type: 'object', value } as JsonObject)
    expect(typeof (fault ?? '')).toBe('string')
  })
})

describe('a schema in a manifest', () => {
  it.for([
    ['of no object', { type: 'string' }, 'object'],
    ['too large', { type: 'object', description: 'x'.repeat(20_000) }, '16384'],
    ['too deep', JSON.parse(`${'{"properties":'.repeat(17)}{}${'}'.repeat(17)}`), '16 levels'],
    ['leaving itself', { type: 'object', $ref: 'https://example.org/' }, '$ref'],
  ] as const)('is rejected when it is %s, wherever it stands', async ([, schema, word]) => {
    const tool = { name: 'tell', description: 'Tells', inputSchema: { type: 'object' } }
    const changes = {
      configSchema: schema,
      surfaces: { tools: [{ ...tool, inputSchema: schema, outputSchema: schema }] },
    }
    const { diagnostics } = await inspectPackage(createFiles({ manifest: { ...MANIFEST, ...changes } }))
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['schema-rejected', 'plugin.json#configSchema'],
      ['schema-rejected', 'plugin.json#surfaces.tools.0.inputSchema'],
      ['schema-rejected', 'plugin.json#surfaces.tools.0.outputSchema'],
    ])
    expect(diagnostics[0]?.message).toContain(word)
  })
})
