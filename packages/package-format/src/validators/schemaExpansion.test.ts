import { Validator } from '@cfworker/json-schema'
import { fc, test } from '@fast-check/vitest'
import type { JsonObject } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { createFiles, MANIFEST } from '../../test/packageSamples.ts'
import { inspectPackage } from '../inspectPackage.ts'
import { findSchemaFault } from './schemaExpansion.ts'

/** Each definition twice the one before it: 2 to the power of `levels` for one value. */
function createDoubling(levels: number): JsonObject {
  const definitions = Array.from({ length: levels }, (_, level) => {
    const next = level === levels - 1 ? {} : { $ref: `#/$defs/d${level + 1}` }
    return [`d${level}`, { allOf: [next, next] }] as const
  })
  return { type: 'object', $defs: Object.fromEntries(definitions), $ref: '#/$defs/d0' }
}

const KEYWORDS = ['$ref', '$defs', 'allOf', 'const', 'enum', 'format', 'if', 'items', 'properties', 'required', 'type']

/** Some of it is a schema, and some is anything at the place of one. */
const { schema: anySchema } = fc.letrec<{ readonly schema: JsonObject }>((tie) => ({
  schema: fc.dictionary(
    fc.constantFrom(...KEYWORDS),
    fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('#', '#/$defs/$ref', 'object', 'date', 'é\u2028', true),
      fc.jsonValue({ maxDepth: 2 }),
      tie('schema'),
      fc.array(tie('schema'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('$ref', 'id', '__proto__', 'a%62'), tie('schema'), { maxKeys: 3 }),
    ),
    { maxKeys: 3 },
  ) as fc.Arbitrary<JsonObject>,
}))

describe('the references of a schema', () => {
  it.for([
    ['none', { type: 'object', properties: { city: { type: 'string' } } }],
    ['one of a place in itself', { $ref: '#/$defs/a', $defs: { a: {} } }],
    ['one with escaped keys', { $ref: '#/$defs/a~1b~0c', $defs: { 'a/b~c': {} } }],
    ['one of a list', { $ref: '#/anyOf/0', anyOf: [{ type: 'object' }] }],
    ['a few that double', createDoubling(6)],
  ] as const)('may be %s', ([, schema]) => {
    expect(findSchemaFault(schema)).toBeNull()
  })

  it.for([
    ['of another document', { $ref: 'https://example.org/schema.json' }],
    ['of a file', { $ref: 'other.json#/a' }],
    ['by name', { $ref: '#city' }],
    ['of nothing', { $ref: '#/$defs/b', $defs: { a: {} } }],
    ['of what is inherited', { $ref: '#/constructor' }],
    ['of no text', { properties: { a: { $ref: 7 } } }],
    ['of itself', { $ref: '#' }],
    ['of itself, for a part of the value', { properties: { next: { $ref: '#' } } }],
    ['of itself on a way through others', { anyOf: [{ $ref: '#/$defs/a' }], $defs: { a: { not: { $ref: '#' } } } }],
    ['in a circle beside the root', { $defs: { a: { $ref: '#/$defs/b' }, b: { if: { $ref: '#/$defs/a' } } } }],
    ['that depends on the caller', { $dynamicRef: '#a' }],
    ['that moves the others', { $id: 'https://example.org/', properties: {} }],
    ['that doubles too often', createDoubling(12)],
    ['that doubles a hundred times', createDoubling(100)],
  ] as const)('may not be %s', ([, schema]) => {
    expect(findSchemaFault(schema)).not.toBeNull()
  })

  test.prop([anySchema, fc.jsonValue()], { numRuns: 100 })(
    'are answered for any JSON, and what is taken can be followed by a library',
    (schema, value) => {
      if (findSchemaFault(schema) !== null) return
      expect(typeof new Validator(structuredClone(schema), '2020-12').validate(value).valid).toBe('boolean')
    },
  )
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
