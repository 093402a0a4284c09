import type { InputNode } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'

import { createFakeClock, type FakeClock } from '../../test/fakeClock.ts'
import type { EmitNodeEvent } from '../nodeProps.ts'
import { NOTIFY_PAUSE } from './draftField.ts'
import { DraftStore } from './draftStore.ts'

interface Setup {
  readonly clock: FakeClock
  readonly store: DraftStore
  /** What was sent, as `handler:type:name=value@rev`. */
  readonly sent: string[]
  readonly send: EmitNodeEvent
}

function setup(): Setup {
  const clock = createFakeClock()
  const sent: string[] = []
  let last = 0
  const store = new DraftStore({ clock, createRevision: (acknowledged) => (last = Math.max(last, acknowledged) + 1) })
  const send: EmitNodeEvent = (ref, event) => {
    if (ref !== undefined && 'rev' in event) {
      sent.push(`${ref.handler}:${event.type}:${event.name}=${JSON.stringify(event.value)}@${event.rev}`)
    }
  }
  store.connect(send)
  return { clock, store, sent, send }
}

function input(parts: Partial<InputNode> = {}): InputNode {
  return { kind: 'input', name: 'city', label: 'City', onChange: { handler: 'onChange' }, ...parts }
}

describe('a field', () => {
  test('holds what the plugin first gave it, or nothing', () => {
    const { store } = setup()
    expect(store.field(input({ value: 'Oslo' })).draft).toEqual({ value: 'Oslo', rev: 0, composing: false })
    expect(store.field(input({ name: 'other' })).draft.value).toBe('')
  })

  test('with notify pause sends once, when nothing was typed for a while', () => {
    const { clock, store, sent } = setup()
    const field = store.field(input())
    field.change('O')
    clock.advance(NOTIFY_PAUSE - 1)
    field.change('Os')
    clock.advance(NOTIFY_PAUSE - 1)
    expect(sent).toEqual([])
    clock.advance(1)
    expect(sent).toEqual(['onChange:change:city="Os"@2'])
  })

  test('with notify input sends each change, with notify commit none until it is left', () => {
    const { clock, store, sent } = setup()
    const eager = store.field(input({ notify: 'input' }))
    const calm = store.field(input({ name: 'calm', notify: 'commit' }))
    eager.change('O')
    eager.change('Os')
    calm.change('B')
    clock.advance(10_000)
    expect(sent).toEqual(['onChange:change:city="O"@1', 'onChange:change:city="Os"@2'])
    calm.commit({ always: false })
    expect(sent.at(-1)).toBe('onChange:change:calm="B"@3')
  })

  test('sends commit after the change, once for each text, and whenever Enter is pressed', () => {
    const { store, sent } = setup()
    const field = store.field(input({ onCommit: { handler: 'onCommit' } }))
    field.commit({ always: false })
    expect(sent).toEqual([])
    field.change('O')
    field.commit({ always: true })
    field.commit({ always: false })
    expect(sent).toEqual(['onChange:change:city="O"@1', 'onCommit:commit:city="O"@1'])
    field.commit({ always: true })
    expect(sent).toHaveLength(3)
  })

  test('sends and applies nothing while an input method is at work', () => {
    const { clock, store, sent } = setup()
    const field = store.field(input({ notify: 'input', value: '' }))
    field.beginComposition()
    field.change('に')
    field.offer(input({ notify: 'input', value: 'REWRITTEN' }))
    field.settle(99)
    field.flush()
    field.commit({ always: true })
    clock.advance(10_000)
    expect([sent, field.draft.value]).toEqual([[], 'に'])
    field.endComposition('日')
    expect(sent).toEqual(['onChange:change:city="日"@100'])
  })

  test('lets the plugin have the last word only when it has seen everything', () => {
    const { store } = setup()
    const field = store.field(input({ value: '', notify: 'input' }))
    field.change('a')
    field.change('ab')
    field.offer(input({ value: 'A', notify: 'input' }))
    field.settle(1)
    expect(field.draft.value).toBe('ab')
    field.offer(input({ value: 'AB', notify: 'input' }))
    field.settle(2)
    expect(field.draft.value).toBe('AB')
  })

  test('takes a rewrite of an unchanged node: only what is acknowledged has changed', () => {
    const { store } = setup()
    const node = input({ value: '12', notify: 'input' })
    const field = store.field(node)
    field.change('12a')
    field.settle(1)
    expect(field.draft.value).toBe('12')
  })

  test('that tells the plugin nothing is overwritten only by another value', () => {
    const { store, sent } = setup()
    const node = { kind: 'input', name: 'n', label: 'N', value: 'a' } as const
    const field = store.field(node)
    field.change('typed')
    field.settle(0)
    expect(field.draft.value).toBe('typed')
    field.offer({ ...node, value: 'b' })
    field.settle(0)
    expect([field.draft.value, sent]).toEqual(['b', []])
  })

  test('without a value is the person’s alone', () => {
    const { store } = setup()
    const field = store.field(input())
    field.change('mine')
    field.settle(99)
    expect(field.draft.value).toBe('mine')
  })

  test('tells listeners what was replaced, so that they can keep the caret', () => {
    const { store } = setup()
    const field = store.field(input({ value: 'a' }))
    const heard: unknown[] = []
    const unsubscribe = field.subscribe((replacement) => heard.push(replacement))
    field.change('ab')
    field.offer(input({ value: 'AB' }))
    field.settle(1)
    unsubscribe()
    field.change('c')
    expect(heard).toEqual([null, { previous: 'ab', next: 'AB' }])
  })
})

describe('the fields of a widget', () => {
  test('are flushed in the order in which they were changed', () => {
    const { store, sent } = setup()
    const [one, two] = [store.field(input({ name: 'one' })), store.field(input({ name: 'two' }))]
    two.change('b')
    one.change('a')
    two.change('bb')
    store.flush()
    store.flush()
    expect(sent).toEqual(['onChange:change:two="bb"@3', 'onChange:change:one="a"@2'])
  })

  test('send what waits when the last view goes, and are there, with their text, for the next one', () => {
    const { clock, store, sent, send } = setup()
    const other: string[] = []
    const disconnect = store.connect((_ref, event) => other.push(event.type))
    const field = store.field(input({ value: '' }))
    disconnect()
    disconnect()
    field.change('a')
    const again = setup()
    const close = again.store.connect(again.send)
    close()
    clock.advance(NOTIFY_PAUSE)
    expect([other, sent]).toEqual([[], ['onChange:change:city="a"@1']])
    expect(store.isConnected).toBe(true)
    expect(send).toBeDefined()
  })

  test('count from the start for a source that has forgotten what it acknowledged', () => {
    const clock = createFakeClock()
    const store = new DraftStore({ clock, createRevision: () => 7 })
    const sent: string[] = []
    const close = store.connect((_ref, event) => sent.push(event.type))
    const field = store.field(input({ value: '' }))
    field.change('typed')
    close()
    expect(sent).toEqual(['change'])
    store.connect(() => undefined)
    field.offer(input({ value: 'rewritten meanwhile' }))
    store.settle({})
    expect(field.draft.value).toBe('rewritten meanwhile')
  })

  test('are safe against names of JavaScript’s own', () => {
    const { store } = setup()
    const field = store.field(input({ name: 'constructor', value: 'a', notify: 'input' }))
    field.change('b')
    store.settle({})
    expect(field.draft.value).toBe('b')
    store.settle({ constructor: 1 })
    expect(field.draft.value).toBe('a')
  })
})
