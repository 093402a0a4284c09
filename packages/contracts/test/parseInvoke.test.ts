import { DATA_DEPTH, INVOKE_SIZE, REJECT_REASON_LENGTH, type JsonValue } from '@plugboard/contracts'
import { parseInvokeInput, parseInvokeValue } from '@plugboard/contracts/schemas'
import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

const parse = (surface: 'tool' | 'hook' | 'service', value: unknown): JsonValue =>
  parseInvokeValue(value, { surface, maxCommands: 3 })
const refused = (message: RegExp) =>
  expect.objectContaining({ code: 'INVALID_OUTPUT', message: expect.stringMatching(message) })

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])
const cyclic = (() => {
  const list: unknown[] = []
  list.push(list)
  return list
})()

/** What no JSON text can be parsed to, or what is more than may be said. */
const NOT_TAKEN: readonly (readonly [string, unknown])[] = [
  ['undefined', undefined],
  ['a function', () => 1],
  ['a BigInt', 1n],
  ['a number that is none', Number.NaN],
  ['a list that holds itself', cyclic],
  ['a date', new Date(0)],
  ['a prototype key', JSON.parse('{"a":{"__proto__":1}}')],
  ['data that is nested too deep', nested(DATA_DEPTH + 1)],
  ['text that is too long', 'x'.repeat(INVOKE_SIZE)],
  ['too many values', Array.from({ length: INVOKE_SIZE + 1 }, () => 1)],
]

describe('an input', () => {
  test.prop([fc.jsonValue()])('of JSON is taken as it is', (value) => {
    expect(parseInvokeInput(value)).toBe(value)
  })

  test.each(NOT_TAKEN)('that is %s is PROTOCOL', (_name, value) => {
    expect(() => parseInvokeInput(value)).toThrow(expect.objectContaining({ code: 'PROTOCOL' }))
  })
})

describe('what is answered', () => {
  test.prop([fc.jsonValue()])('by a tool may be any JSON', (value) => {
    expect(parse('tool', value)).toBe(value)
  })

  test.each(NOT_TAKEN)('is INVALID_OUTPUT when it is %s', (_name, value) => {
    for (const surface of ['tool', 'hook', 'service'] as const) {
      expect(() => parse(surface, value)).toThrow(expect.objectContaining({ code: 'INVALID_OUTPUT' }))
    }
  })

  test('by a hook is a decision, its reason cleaned for display', () => {
    expect(parse('hook', { kind: 'proceed' })).toEqual({ kind: 'proceed' })
    expect(parse('hook', { kind: 'replace', payload: null })).toEqual({ kind: 'replace', payload: null })
    expect(parse('hook', { kind: 'reject', reason: ' no\n\u202Ewords ' })).toEqual({
      kind: 'reject',
      reason: 'no words',
    })
  })

  test.each<[string, unknown, RegExp]>([
    ['nothing', null, /must be an object/],
    ['true', true, /must be an object/],
    ['another kind', { kind: 'allow' }, /\.kind/],
    ['more than the decision', { kind: 'proceed', payload: 1 }, /no prop "payload"/],
    ['no payload', { kind: 'replace' }, /\.payload/],
    ['no reason', { kind: 'reject' }, /\.reason must be a string/],
    ['an empty reason', { kind: 'reject', reason: '\n' }, /\.reason is too short/],
    ['a long reason', { kind: 'reject', reason: 'x'.repeat(REJECT_REASON_LENGTH + 1) }, /\.reason is too long/],
  ])('by a hook is no decision with %s', (_name, value, message) => {
    expect(() => parse('hook', value)).toThrow(refused(message))
  })

  test('by a service is a list of commands, empty for an answer of nothing', () => {
    const commands = [{ kind: 'send', payload: { to: 'a' } }, { kind: 'done' }]
    expect(parse('service', { commands })).toEqual({ commands })
    expect(parse('service', {})).toEqual({ commands: [] })
    expect(parse('service', null)).toEqual({ commands: [] })
  })

  test.each<[string, unknown, RegExp]>([
    ['a list', [], /must be an object/],
    ['text', 'send', /must be an object/],
    ['commands that are no list', { commands: {} }, /\.commands must be an array/],
    ['a command without a kind', { commands: [{ payload: 1 }] }, /\.commands\[0\]\.kind must be a string/],
    ['a command with more in it', { commands: [{ kind: 'a', instanceId: 'b' }] }, /\.commands\[0\] has no prop/],
    ['a kind of no characters', { commands: [{ kind: '' }] }, /\.kind is too short/],
    ['a kind of many characters', { commands: [{ kind: 'x'.repeat(129) }] }, /\.kind is too long/],
    ['too many commands', { commands: Array.from({ length: 4 }, () => ({ kind: 'a' })) }, /\.commands is too long/],
  ])('by a service is refused with %s', (_name, value, message) => {
    expect(() => parse('service', value)).toThrow(refused(message))
  })
})
