import type { JsonObject } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { createFiles, MANIFEST } from '../../test/packageSamples.ts'
import { inspectPackage } from '../inspectPackage.ts'

async function findFaults(configSchema: JsonObject): Promise<readonly string[]> {
  const { diagnostics } = await inspectPackage(createFiles({ manifest: { ...MANIFEST, configSchema } }))
  return diagnostics.map(({ message }) => message)
}

/** A chain of `levels` definitions, each twice the one before it by what `double` makes of a reference. */
function createChain(levels: number, double: (level: number) => JsonObject): JsonObject {
  const steps = Array.from({ length: levels }, (_, level) => [`b${level}`, double(level)] as const)
  const $defs = { ...Object.fromEntries(steps), [`b${levels}`]: { type: 'object' }, leaf: { type: 'object' } }
  return { type: 'object', $defs, $ref: '#/$defs/b0' }
}

describe('a schema that a host will apply', () => {
  it('is refused when it has the marks by which a library knows where a reference leads', async () => {
    const schema = createChain(20, (level) => {
      const hidden = {
        $ref: '#/$defs/leaf',
        __absolute_ref__: `https://github.com/cfworker#/$defs/b${level + 1}`,
      }
      return { allOf: [hidden, hidden] }
    })
    expect(await findFaults(schema)).toEqual([expect.stringContaining('"__absolute_ref__"')])
  })

  it('is refused when it has a keyword of an older version, which is applied and not counted', async () => {
    const schema = createChain(16, (level) => {
      const next = { $ref: `#/$defs/b${level + 1}` }
      return { dependencies: { a: next, b: next } }
    })
    expect(await findFaults(schema)).toEqual([expect.stringContaining('"dependencies"')])
    expect(await findFaults({ type: 'object', id: 'https://example.org/' })).toHaveLength(1)
  })

  it('is refused when it doubles with each level of the value', async () => {
    const again = { properties: { a: { $ref: '#' } } }
    expect(await findFaults({ type: 'object', allOf: [again, again] })).toEqual([
      expect.stringContaining('comes back to itself'),
    ])
  })

  it('is refused when schemas of parts of the value double, without coming back', async () => {
    const schema = createChain(12, (level) => {
      const next = { properties: { a: { $ref: `#/$defs/b${level + 1}` } } }
      return { allOf: [next, next] }
    })
    expect(await findFaults(schema)).toEqual([expect.stringContaining('asks too much')])
  })

  it('is refused when a long list of values, or a comparison of every item with every other, is asked for often', async () => {
    const often = (schema: JsonObject): JsonObject => ({
      type: 'object',
      $defs: { a: schema },
      allOf: Array.from({ length: 40 }, () => ({ $ref: '#/$defs/a' })),
    })
    const words = Array.from({ length: 300 }, (_, index) => `word-${index}`)
    expect(await findFaults(often({ enum: words }))).toEqual([expect.stringContaining('asks too much')])
    expect(await findFaults(often({ uniqueItems: true }))).toEqual([expect.stringContaining('asks too much')])
    expect(await findFaults({ type: 'object', properties: { word: { enum: words } } })).toEqual([])
  })

  it('is refused when a reference means one place here and another to a library', async () => {
    const $defs = { 'a%62': {}, ab: { type: 'string' }, 'a b': {} }
    for (const $ref of ['#/$defs/a%62', '#/$defs/a b', '#/$defs/a\tb', '#/$defs/', '#/$defs', '#/enum/0']) {
      expect([$ref, await findFaults({ type: 'object', $defs, enum: [{}], properties: { a: { $ref } } })]).toEqual([
        $ref,
        [expect.stringContaining('"$ref"')],
      ])
    }
  })

  it.for([
    ['url', 'its expression has no end for a long word'],
    ['regex', 'it compiles what it is given'],
    ['constructor', 'it is inherited'],
  ] as const)('is refused with the format "%s": %s', async ([format]) => {
    const schema = { type: 'object', properties: { a: { type: 'string', format } } }
    expect(await findFaults(schema)).toEqual([expect.stringContaining('"format"')])
  })

  it('is refused when what stands at a keyword is nothing that it may have', async () => {
    for (const [keyword, value] of Object.entries({
      type: 'strnig',
      required: 'name',
      properties: [],
      items: [{}],
      anyOf: {},
      minLength: -1,
      enum: 'a',
      examples: { $id: 'https://example.org/' },
      default: { a: 1 },
    })) {
      const faults = await findFaults({ type: 'object', properties: { a: { [keyword]: value } } })
      expect(faults).toEqual(keyword === 'default' ? [] : [expect.stringContaining(`"${keyword}"`)])
    }
  })

  it('may have properties, definitions and values that are called like keywords', async () => {
    const named = { type: 'string', title: 'Text', examples: ['a'], deprecated: true } as const
    const names = ['pattern', 'id', '$ref', 'dependencies', '__absolute_ref__', 'items', 'enum']
    const properties = Object.fromEntries(names.map((name) => [name, named]))
    const $schema = 'https://json-schema.org/draft/2020-12/schema'
    expect(
      await findFaults({
        $schema,
        type: 'object',
        properties,
        $defs: properties,
        default: { $ref: 'https://example.org/', id: 'https://example.org/' },
        required: names,
        $comment: 'All of them.',
      }),
    ).toEqual([])
  })
})
