import { JSON_DEPTH, type JsonValue } from '@plugboard/contracts'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'

import { json, mutate } from '../../test/jsonPairs.ts'
import { ValueReceiver } from './ValueReceiver.ts'
import { ValueSender, type WireValue } from './ValueSender.ts'

const change = fc.tuple(fc.array(fc.nat(60), { maxLength: 4 }), json)

describe('a sender and its receiver', () => {
  test.prop([json, fc.array(change, { maxLength: 8 }), fc.array(fc.boolean(), { maxLength: 8 })], { numRuns: 300 })(
    'agree on every value of a series, also after the sender was made to forget',
    (first, changes, forgets) => {
      const sender = new ValueSender()
      const receiver = new ValueReceiver()
      let value = first
      expect(receiver.decode(sender.encode(value))).toEqual(value)
      for (const [index, [choices, fresh]] of changes.entries()) {
        if (forgets[index] === true) sender.forget()
        value = mutate(value, [...choices, 0], fresh)
        expect(receiver.decode(sender.encode(value))).toEqual(value)
      }
    },
  )

  it('say nothing of a value that is the same, and give the same object for it', () => {
    const sender = new ValueSender()
    const receiver = new ValueReceiver()
    const first = receiver.decode(sender.encode({ a: [1] }))
    const same = sender.encode({ a: [1] })
    expect(same).toEqual([1, 1, ''])
    expect(receiver.decode(same)).toBe(first)
  })

  it('share what did not change also when a value came whole', () => {
    const receiver = new ValueReceiver()
    const first = receiver.decode([1, 0, '{"a":{"b":1},"c":1}']) as { a: object }
    const second = receiver.decode([1, 0, '{"a":{"b":1},"c":2}']) as { a: object }
    expect(second.a).toBe(first.a)
  })

  it('go on after a value that got lost, once the next one comes whole', () => {
    const sender = new ValueSender()
    const receiver = new ValueReceiver()
    receiver.decode(sender.encode({ n: 1, list: [1, 2, 3] }))
    sender.encode({ n: 2, list: [1, 2, 3] })
    expect(receiver.decode(sender.encode({ n: 3, list: [1, 2, 3] }))).toBeUndefined()
    sender.forget()
    expect(receiver.decode(sender.encode({ n: 4, list: [1, 2, 3] }))).toEqual({ n: 4, list: [1, 2, 3] })
    expect(receiver.decode(sender.encode({ n: 5, list: [1, 2, 3] }))).toEqual({ n: 5, list: [1, 2, 3] })
  })

  it('send a value whole when that is shorter than what has changed', () => {
    const sender = new ValueSender()
    const list = Array.from({ length: 50 }, (_, id) => ({ id, a: 1, b: 2 }))
    sender.encode(list)
    const next = list.map(({ id }) => ({ id, c: [1] }))
    expect(sender.encode(next)).toEqual([2, 0, JSON.stringify(next)])
  })
})

describe('a receiver refuses', () => {
  let deep: JsonValue = 0
  for (let level = 0; level <= JSON_DEPTH; level += 1) deep = [deep]
  it.each<[string, WireValue]>([
    ['a delta before there is a value', [1, 1, '5']],
    ['the same value before there is one', [0, 1, '']],
    ['a delta of another value', [9, 8, '5']],
    ['text that is no JSON', [2, 0, '{']],
    ['an empty text as a whole value', [2, 0, '']],
    ['a value that is too deep', [2, 0, JSON.stringify(deep)]],
    ['a delta that is too deep', [2, 1, `${'['.repeat(10_000)}${']'.repeat(10_000)}`]],
    ['a delta that is no JSON', [2, 1, '[0']],
    ['a name that reaches the prototype', [2, 0, '{"__proto__":{}}']],
    ['a number that is none', [Number.NaN, Number.NaN, '1']],
  ])('%s, and keeps what it had', (_what, wire) => {
    expect(new ValueReceiver().decode(wire)).toBeUndefined()
    const receiver = new ValueReceiver()
    const value = receiver.decode([1, 0, '{"a":1}'])
    const [, base, text] = wire
    if (base !== 1 || (text !== '5' && text !== '')) expect(receiver.decode(wire)).toBeUndefined()
    expect(receiver.decode([1, 1, ''])).toBe(value)
  })
})
