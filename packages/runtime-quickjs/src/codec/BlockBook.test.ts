import { parseUITree, type KnownTreeParts } from '@plugboard/contracts/schemas'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'

import { BlockBook } from './BlockBook.ts'

const slot = (at: number): object => ({ $slot: at })
const BADGE = { kind: 'badge', text: slot(0), tone: slot(1) }

function open(declared: unknown): { fill: (...packed: unknown[]) => unknown; known: KnownTreeParts } {
  const known: KnownTreeParts = new WeakMap()
  const book = new BlockBook({ known, handlers: ['go'], loaded: new Map() })
  const blocks = book.declare(declared)
  return {
    known,
    fill: (...packed) => {
      const filled = blocks === null ? null : book.fill(packed, blocks)
      if (filled !== null) expect(known.has(filled.part)).toBe(filled.isKnown)
      return filled === null ? null : [filled.part, filled.isKnown]
    },
  }
}

describe('a block', () => {
  it('is its template with the values in their places, known where they are right', () => {
    const { fill } = open([[1, 2, BADGE]])
    expect(fill('k', 1, 'new', 'accent')).toEqual([{ kind: 'badge', text: 'new', tone: 'accent', key: 'k' }, true])
    expect(fill(null, 1, 7, 'neutral')).toEqual([{ kind: 'badge', text: '7', tone: 'neutral' }, true])
    expect(fill(null, 1, 'x', [])).toEqual([{ kind: 'badge', text: 'x' }, false])
    expect(fill(null, 1, 'x', 'red')).toEqual([{ kind: 'badge', text: 'x', tone: 'red' }, false])
    expect(fill(null, 1, [{}], 'accent')).toEqual([{ kind: 'badge', text: {}, tone: 'accent' }, false])
    expect(fill('', 1, 'x', 'accent')).toMatchObject([{}, false])
    expect(fill('k'.repeat(129), 1, 'x', 'accent')).toMatchObject([{}, false])
  })

  it('is not known as long as no node of it was right', () => {
    const { fill } = open([[1, 1, { kind: 'row', children: [{ kind: 'marquee' }, { kind: 'badge', text: slot(0) }] }]])
    for (let time = 0; time < 5; time += 1) expect(fill('k', 1, 'x')).toMatchObject([{}, false])
    const unknown = open([[1, 1, { kind: 'button', label: slot(0), onPress: { handler: 'other' } }]])
    expect(unknown.fill('k', 1, 'x')).toMatchObject([{}, false])
    const late = open([[1, 1, { kind: 'badge', text: slot(0) }]])
    expect(late.fill('k', 1, 'x'.repeat(100))).toMatchObject([{}, false])
    expect(late.fill('k', 1, 'x')).toMatchObject([{}, true])
  })

  it('is never known where a value says more than what stands in its place', () => {
    for (const template of [
      { kind: 'button', label: 'x', onPress: slot(0) },
      { kind: 'button', label: 'x', onPress: { handler: slot(0) } },
      { kind: 'input', label: 'x', name: slot(0) },
      { kind: 'row', children: [slot(0)] },
      { kind: slot(0), text: 'x' },
      { kind: 'text', text: 'x', a11y: { label: slot(0) } },
      { kind: 'list', label: 'x', items: slot(0) },
    ]) {
      expect(open([[1, 1, template]]).fill('k', 1, 'go')).toMatchObject([{}, false])
    }
  })

  it('shares what has no slot among its nodes, and never with its template', () => {
    const still = { kind: 'text', text: 'same' }
    const { fill } = open([
      [1, 1, { kind: 'row', children: [still, { kind: 'text', text: slot(0) }] }],
      [2, 0, still],
    ])
    const [first, second] = [fill('a', 1, 'x'), fill('b', 1, 'y')] as [
      [{ children: object[] }],
      [{ children: object[] }],
    ]
    expect(first[0].children[0]).toBe(second[0].children[0])
    expect(fill('a', 2)).toMatchObject([{ key: 'a' }, true])
    expect(still).toEqual({ kind: 'text', text: 'same' })
  })

  it('of a row or an item is known as such', () => {
    const { fill, known } = open([
      [1, 1, { cells: { a: slot(0) } }],
      [2, 1, { content: [{ kind: 'badge', text: slot(0) }], onPress: { handler: 'go', args: slot(0) } }],
    ])
    const role = (filled: unknown): unknown => known.get((filled as [object])[0])?.role
    expect(role(fill('k', 1, 5))).toBe('row')
    expect(role(fill('k', 2, 'x'))).toBe('item')
    // Neither is anything without a key.
    expect(fill(null, 1, 5)).toMatchObject([{}, false])
  })

  test.prop([
    fc.array(
      fc.tuple(
        fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constantFrom('accent', null)),
        fc.constantFrom<unknown>('accent', 'red', null, []),
      ),
    ),
  ])('is known only where the parser finds nothing wrong', (values) => {
    const { fill } = open([[1, 2, BADGE]])
    for (const [text, tone] of values) {
      const [part, isKnown] = fill('k', 1, text, tone) as [object, boolean]
      const { issues } = parseUITree({ kind: 'row', children: [part] })
      if (isKnown) expect(issues).toEqual([])
    }
  })
})

describe('what is no block is refused', () => {
  it.each<[string, unknown]>([
    ['no list', {}],
    ['an entry that is none', [1]],
    ['no number', [['1', 0, BADGE]]],
    ['no count of slots', [[1, null, BADGE]]],
    ['a template that is none', [[1, 0, 'text']]],
    ['a slot past the last', [[1, 1, BADGE]]],
    ['a slot before the first', [[1, 2, { kind: 'badge', text: slot(-1) }]]],
    ['a name that reaches the prototype', [[1, 0, JSON.parse('{"kind":"text","__proto__":{}}')]]],
    ['too many', Array.from({ length: 1_001 }, (_, number) => [number, 0, { kind: 'divider' }])],
    ['too much', [[1, 0, { kind: 'text', text: 'x'.repeat(2 ** 20) }]]],
  ])('%s', (_what, declared) => {
    expect(new BlockBook({ known: new WeakMap(), handlers: [], loaded: new Map() }).declare(declared)).toBeNull()
  })

  it.each<[string, readonly unknown[]]>([
    ['a number that is not there', ['k', 2, 'x', 'accent']],
    ['no number', ['k', null, 'x', 'accent']],
    ['a key that is none', [1, 1, 'x', 'accent']],
    ['too few values', ['k', 1, 'x']],
    ['too many values', ['k', 1, 'x', 'accent', 1]],
    ['a value that is not wrapped', ['k', 1, {}, 'accent']],
    ['a value that is wrapped twice', ['k', 1, [1, 2], 'accent']],
    ['nothing', []],
  ])('a node of %s', (_what, packed) => {
    expect(open([[1, 2, BADGE]]).fill(...packed)).toBeNull()
  })
})
