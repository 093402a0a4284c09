import { fc, test as property } from '@fast-check/vitest'
import { ACTION_TYPE_LENGTH, DATA_DEPTH, FORBIDDEN_KEYS, PAYLOAD_SIZE, PluginRuntimeError } from '@plugboard/contracts'
import { parseDispatchIntents } from '@plugboard/contracts/schemas'
import { describe, expect, test } from 'vitest'

import { jsonLike } from './uiNodes.ts'

const identity = { packageId: 'counter', instanceId: 'counter@12345678' }

function parse(list: unknown, maxIntents = 256): ReturnType<typeof parseDispatchIntents> {
  return parseDispatchIntents(list, { identity, maxIntents })
}

const scoped = fc.oneof(
  fc.record({ scope: fc.constant('plugin'), actionType: fc.string({ minLength: 1, maxLength: 20 }) }),
  fc.record({ scope: fc.constant('shared'), domain: fc.constant('weather'), actionType: fc.constant('set') }),
  fc.record({ scope: fc.constant('system'), command: fc.constant('restart-plugin') }),
)
const intent = fc
  .tuple(scoped, fc.option(fc.jsonValue(), { nil: undefined }))
  .map(([said, payload]) => (payload === undefined ? said : { ...said, payload }))

function isClean(value: unknown): boolean {
  return !FORBIDDEN_KEYS.some((key) => JSON.stringify(value).includes(`"${key}":`))
}

describe('parseDispatchIntents', () => {
  property.prop([fc.array(intent.filter(isClean))])('stamps every good intent and keeps their order', (list) => {
    const { intents, rejected } = parse(list)
    expect(rejected).toEqual([])
    expect(intents).toEqual(list.map((said) => ({ ...said, ...identity })))
  })

  property.prop([fc.array(jsonLike, { maxLength: 20 })])(
    'answers any list: each entry is stamped or rejected, once',
    (list) => {
      const { intents, rejected } = parse(list)
      expect(intents.length + rejected.length).toBe(list.length)
      expect(new Set(rejected.map(({ index }) => index)).size).toBe(rejected.length)
      for (const stamped of intents) expect(stamped).toMatchObject(identity)
      for (const { reason } of rejected) expect(reason.length).toBeLessThanOrEqual(300)
    },
  )

  property.prop([fc.anything()])('throws INVALID_INTENTS and nothing else', (value) => {
    try {
      parse(value)
    } catch (error) {
      expect(error).toBeInstanceOf(PluginRuntimeError)
      expect(error).toMatchObject({ code: 'INVALID_INTENTS' })
      expect(Array.isArray(value)).toBe(false)
    }
  })

  property.prop([fc.array(intent.filter(isClean), { maxLength: 10 }), fc.nat(12)])(
    'rejects only the excess past the budget',
    (list, maxIntents) => {
      const { intents, rejected } = parse(list, maxIntents)
      expect(intents).toHaveLength(Math.min(list.length, maxIntents))
      expect(rejected).toEqual(
        list
          .slice(maxIntents)
          .map((_, position) => ({ index: maxIntents + position, reason: 'intent-budget-exceeded' })),
      )
    },
  )

  test('drops a claim to be somebody else, and a claim that agrees is no claim', () => {
    const said = { scope: 'plugin', actionType: 'go' }
    const { intents, rejected } = parse([
      { ...said, instanceId: 'victim@00000000' },
      { ...said, packageId: 'victim' },
      { ...said, instanceId: null },
      { ...said, ...identity },
    ])
    expect(rejected).toEqual([0, 1, 2].map((index) => ({ index, reason: 'forged-identity' })))
    expect(intents).toEqual([{ ...said, ...identity }])
  })

  test('keeps a source position, for display', () => {
    const said = { scope: 'plugin', actionType: 'go', source: { line: 3, column: 1 } }
    expect(parse([said]).intents[0]).toEqual({ ...said, ...identity })
    expect(parse([{ ...said, source: { line: 'x' } }]).rejected).toHaveLength(1)
  })

  test('rejects what is no intent, with the path of the fault', () => {
    const { intents, rejected } = parse([
      null,
      'go',
      [],
      {},
      { scope: 'global', actionType: 'go' },
      { scope: 'plugin' },
      { scope: 'plugin', actionType: '' },
      { scope: 'plugin', actionType: 'x'.repeat(ACTION_TYPE_LENGTH + 1) },
      { scope: 'plugin', actionType: 'go', extra: 1 },
      { scope: 'shared', actionType: 'go' },
      { scope: 'shared', domain: 'No Name', actionType: 'go' },
      { scope: 'shared', domain: 'constructor', actionType: 'go' },
      { scope: 'system', command: '*' },
    ])
    expect(intents).toEqual([])
    for (const { reason } of rejected) expect(reason).toMatch(/^invalid-intent:root/)
    expect(rejected[7]?.reason).toBe('invalid-intent:root.actionType')
    expect(rejected[11]?.reason).toBe('invalid-intent:root.domain')
  })

  test('rejects prototype keys and values that are not JSON, wherever they are', () => {
    const payloads = [
      JSON.parse('{"__proto__":1}'),
      { a: [{ constructor: 1 }] },
      { prototype: 1 },
      Number.NaN,
      1n,
      () => 1,
    ]
    const { intents, rejected } = parse(
      payloads.map((payload: unknown) => ({ scope: 'plugin', actionType: 'go', payload })),
    )
    expect(intents).toEqual([])
    expect(rejected.map(({ reason }) => reason)).toContain('invalid-intent:root.payload.a[0].constructor')
  })

  test('rejects a payload over its size alone', () => {
    const large = { scope: 'plugin', actionType: 'go', payload: 'x'.repeat(PAYLOAD_SIZE) }
    const { intents, rejected } = parse([large, { scope: 'plugin', actionType: 'go' }])
    expect(rejected).toEqual([{ index: 0, reason: 'payload-too-large' }])
    expect(intents).toHaveLength(1)
  })

  test('rejects a payload that is too deep alone', () => {
    let payload: unknown = 1
    for (let level = 0; level < 10_000; level += 1) payload = [payload]
    const { rejected } = parse([{ scope: 'plugin', actionType: 'go', payload }])
    expect(rejected[0]?.reason).toMatch(/^invalid-intent:root\.payload\[0\]/)
  })

  test('reports a bounded part of a flood, so that one event cannot fill the trace with refusals', () => {
    const flood = Array.from({ length: 24_000 }, () => ({ scope: 'plugin', actionType: 'x' }))
    const { intents, rejected } = parse(flood)
    expect(intents).toHaveLength(256)
    expect(rejected).toHaveLength(256)
  })

  test('rejects a payload that would not fit into the view that carries it on', () => {
    const nested = (levels: number): unknown => {
      let value: unknown = 1
      for (let level = 0; level < levels; level += 1) value = [value]
      return value
    }
    // The intent itself is one level.
    const said = (levels: number): unknown[] => [{ scope: 'plugin', actionType: 'x', payload: nested(levels) }]
    expect(parse(said(DATA_DEPTH - 1)).intents).toHaveLength(1)
    expect(parse(said(DATA_DEPTH)).rejected).toEqual([{ index: 0, reason: expect.stringMatching(/^invalid-intent:/) }])
  })
})
