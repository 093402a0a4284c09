import { fc, test } from '@fast-check/vitest'
import type { FieldNode, UIEvent } from '@plugboard/contracts'
import { type FieldValue, isSameValue } from '@plugboard/contracts/rendering'
import { describe, expect } from 'vitest'

import { createFakeClock } from '../../test/fakeClock.ts'
import { DraftStore } from './draftStore.ts'

const onChange = { handler: 'change' }
const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
const tabs = ['a', 'b', 'c'].map((id) => ({ id, label: id, children: [] }))
const base = { name: 'n', label: 'N', onChange }

/** A kind of field: its node when it asks for a value, and values that it can hold. */
interface Case {
  readonly title: string
  readonly node: (asked: FieldValue | undefined) => FieldNode
  readonly value: fc.Arbitrary<FieldValue>
  readonly empty: FieldValue
}

// Values come from the arbitrary beside the node, which only gives those of the kind.
const asking = (node: object, prop: string) => (asked: FieldValue | undefined) =>
  ({ ...base, ...node, ...(asked === undefined ? {} : { [prop]: asked }) }) as unknown as FieldNode

const text = fc.string({ maxLength: 3, unit: 'grapheme' }).filter((value) => !/[\r\n]/.test(value))
const one = fc.constantFrom('a', 'b', 'c')

const CASES: readonly Case[] = [
  { title: 'input', node: asking({ kind: 'input' }, 'value'), value: text, empty: '' },
  { title: 'textarea', node: asking({ kind: 'textarea' }, 'value'), value: text, empty: '' },
  {
    title: 'checkbox',
    node: asking({ kind: 'checkbox' }, 'checked'),
    value: fc.constantFrom(true, false, 'mixed'),
    empty: false,
  },
  { title: 'switch', node: asking({ kind: 'switch' }, 'checked'), value: fc.boolean(), empty: false },
  { title: 'radio', node: asking({ kind: 'radio', options }, 'value'), value: one, empty: null },
  { title: 'select', node: asking({ kind: 'select', options }, 'value'), value: one, empty: null },
  {
    title: 'select of several',
    node: asking({ kind: 'select', options, multiple: true }, 'value'),
    value: fc.subarray(['a', 'b', 'c']),
    empty: [],
  },
  { title: 'tabs', node: asking({ kind: 'tabs', tabs }, 'selected'), value: one, empty: 'a' },
]

interface Setup {
  readonly store: DraftStore
  readonly sent: UIEvent[]
}

function setup(): Setup {
  const sent: UIEvent[] = []
  let last = 0
  const store = new DraftStore({
    clock: createFakeClock(),
    createRevision: (acknowledged) => (last = Math.max(last, acknowledged) + 1),
  })
  store.connect((ref, event) => {
    if (ref !== undefined) sent.push(event)
  })
  return { store, sent }
}

describe.each(CASES)('the draft of a field: $title', ({ node, value, empty, title }) => {
  test('begins with nothing, or with what the plugin asks for', () => {
    expect(setup().store.field(node(undefined)).value).toEqual(empty)
  })

  const step = fc.oneof(
    fc.record({ by: fc.constant('person' as const), value }),
    // The plugin has heard all, or all but the last ones.
    fc.record({
      by: fc.constant('plugin' as const),
      value: fc.option(value, { nil: undefined }),
      missed: fc.nat({ max: 2 }),
    }),
  )

  test.prop([fc.array(step, { maxLength: 20 })])(
    'is the person’s last word until the plugin has seen it, and then the plugin’s, if it has one',
    (steps) => {
      const { store } = setup()
      const field = store.field(node(undefined))
      let expected: FieldValue = empty
      let rev = 0
      for (const each of steps) {
        if (each.by === 'person') {
          field.change(each.value)
          expected = each.value
          rev = field.draft.rev
        } else {
          const acknowledged = Math.max(0, rev - each.missed)
          field.offer(node(each.value))
          store.settle({ n: acknowledged })
          if (each.value !== undefined && acknowledged >= rev) expected = each.value
        }
        expect(isSameValue(field.draft.value, expected)).toBe(true)
      }
    },
  )

  test.prop([fc.array(value, { minLength: 1, maxLength: 10 })])(
    'sends the last value, with the revision that it has',
    (values) => {
      const { store, sent } = setup()
      const field = store.field(node(undefined))
      for (const each of values) field.change(each)
      store.flush()
      expect(sent.at(-1)).toEqual({ type: 'change', name: 'n', value: values.at(-1), rev: field.draft.rev })
      if (title !== 'input' && title !== 'textarea') expect(sent).toHaveLength(values.length)
    },
  )

  test('that is told to nobody is replaced only by another word of the plugin', () => {
    const { store } = setup()
    const silent = (asked: FieldValue | undefined): FieldNode => {
      const { onChange: _, ...quiet } = node(asked)
      return quiet
    }
    const [first, second] = fc.sample(fc.uniqueArray(value, { minLength: 2, maxLength: 2, comparator: isSameValue }), {
      numRuns: 1,
      seed: 7,
    })[0] ?? [empty, empty]
    const field = store.field(silent(first))
    field.change(second ?? empty)
    store.settle({ n: 99 })
    expect(field.draft.value).toEqual(second)
    field.offer(silent(second))
    store.settle({ n: 99 })
    field.offer(silent(first))
    store.settle({ n: 99 })
    expect(field.draft.value).toEqual(first)
  })
})

describe('what a field shows', () => {
  const select = asking({ kind: 'select', options }, 'value')

  test('is nothing where the option is gone, and the option again when it is back', () => {
    const { store } = setup()
    const field = store.field(select('b'))
    field.offer({ ...base, kind: 'select', options: [] })
    expect(field.value).toBeNull()
    field.offer(select(undefined))
    expect(field.value).toBe('b')
  })

  test('is a value of its kind, whichever the plugin asks for', () => {
    const { store } = setup()
    expect(store.field({ ...base, kind: 'select', options, value: ['c', 'a'] }).value).toBe('c')
    expect(store.field({ ...base, kind: 'select', options, multiple: true, value: 'c' }).value).toEqual(['c'])
    expect(store.field({ ...base, kind: 'tabs', tabs, selected: 'gone' }).value).toBe('a')
  })

  test('is text as the page has it: one line in an input, line feeds in a textarea', () => {
    const { store } = setup()
    const value = 'a\r\nb\rc\n'
    expect(store.field({ ...base, kind: 'input', value }).value).toBe('abc')
    expect(store.field({ ...base, name: 'm', kind: 'textarea', value }).value).toBe('a\nb\nc\n')
  })
})

describe('fields of a widget', () => {
  const input = (name: string): FieldNode => ({ ...base, kind: 'input', name })

  test('of one name and of other shapes are other fields', () => {
    const { store } = setup()
    store.field(input('n')).change('text')
    const others = CASES.filter(({ title }) => title !== 'input' && title !== 'textarea')
    for (const { node, empty } of others) expect(store.field(node(undefined)).value).toEqual(empty)
    expect(store.field({ ...base, kind: 'textarea' }).value).toBe('text')
  })

  test('that have left the tree are not changed by what their old nodes ask for', () => {
    const { store } = setup()
    const node: FieldNode = { ...base, kind: 'input', value: '' }
    const field = store.field(node)
    const leave = field.enter()
    field.change('typed')
    field.flush()
    leave()
    store.settle({ n: field.draft.rev })
    expect(field.value).toBe('typed')
    field.present({ ...node, value: 'TYPED' })
    expect(field.value).toBe('TYPED')
  })

  test('are kept when they come back, and let go when a plugin makes up new names for ever', () => {
    const { store } = setup()
    const seen = store.field(input('seen'))
    seen.enter()
    const untold = store.field(input('untold'))
    untold.change('untold')
    const unseen = store.field(input('unseen'))
    for (let index = 0; index < 5_000; index += 1) store.field(input(`a${index}`))
    expect(store.field(input('unseen'))).toBe(unseen)
    for (let index = 0; index < 20_000; index += 1) store.field(input(`b${index}`))
    expect(store.field(input('seen'))).toBe(seen)
    expect(store.field(input('untold'))).toBe(untold)
    expect(store.field(input('unseen'))).not.toBe(unseen)
  })

  test('that were found at fault are not any more once their value, or what is asked of them, changes', () => {
    const { store } = setup()
    const node = { ...base, kind: 'input', required: true } as const
    const field = store.field(node)
    expect(field.check()).toBe('Fill this in.')
    field.change('x')
    expect(field.fault).toBeNull()
    field.change('')
    field.check()
    field.offer({ ...node, required: false })
    expect(field.fault).toBeNull()
    field.offer(node)
    field.check()
    field.offer({ ...node, value: 'by the plugin' })
    store.settle({ n: 99 })
    expect(field.fault).toBeNull()
  })
})
