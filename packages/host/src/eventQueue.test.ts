import { fc, test } from '@fast-check/vitest'
import type { UIEvent } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { EventQueue, isInvocation, type QueuedCall, type QueuedEvent } from './eventQueue.ts'

const press = (key: string): QueuedEvent => ({ widgetId: 'main', handler: 'go', event: { type: 'press', key } })
const change = (name: string, rev: number, widgetId = 'main', handler = 'go'): QueuedEvent => ({
  widgetId,
  handler,
  event: { type: 'change', name, value: rev, rev },
})
const invocation = (name: string): QueuedCall => ({ surface: 'tool', name, input: null, settle: () => {} })
const nameOf = (entry: QueuedCall): string => {
  if (isInvocation(entry)) return entry.name
  const { event } = entry
  return event.type === 'change' ? `${event.name}${event.rev}` : event.type === 'press' ? (event.key ?? '') : event.type
}

function queued(limit: number, entries: readonly QueuedCall[]): string[] {
  const queue = new EventQueue(limit)
  for (const entry of entries) queue.push(entry)
  return queue.drain().map(nameOf)
}

describe('coalescing', () => {
  it('keeps the newest change of a field', () => {
    expect(queued(10, [change('a', 1), change('a', 2), change('a', 3)])).toEqual(['a3'])
  })

  it('never lets a change overtake another kind of event', () => {
    expect(queued(10, [change('a', 1), press('p'), change('a', 2)])).toEqual(['a1', 'p', 'a2'])
  })

  it('tells fields, widgets and handlers apart', () => {
    const other = [change('b', 1), change('a', 1, 'side'), change('a', 1, 'main', 'other')]
    expect(queued(10, [change('a', 1), ...other])).toHaveLength(4)
  })

  it('coalesces past changes of other fields, and delivers both final values', () => {
    expect(queued(10, [change('a', 1), change('b', 1), change('a', 2)])).toEqual(['b1', 'a2'])
  })

  it('keeps every commit', () => {
    const commit: QueuedEvent = { ...press(''), event: { type: 'commit', name: 'a', value: 1, rev: 1 } }
    expect(queued(10, [commit, commit])).toHaveLength(2)
  })
})

describe('room', () => {
  it('refuses what goes past the limit', () => {
    const queue = new EventQueue(2)
    expect([queue.push(press('1')), queue.push(press('2')), queue.push(press('3'))]).toEqual([true, true, false])
    expect(queue.size).toBe(2)
  })

  it('takes the final value of a field even when it is full, up to twice the limit', () => {
    const queue = new EventQueue(2)
    queue.push(press('1'))
    queue.push(press('2'))
    expect([queue.push(change('a', 1)), queue.push(change('b', 1)), queue.push(change('c', 1))]).toEqual([
      true,
      true,
      false,
    ])
    expect(queue.push(change('a', 2))).toBe(true)
    expect(queue.push(press('3'))).toBe(false)
  })
})

it('merges no invocation, counts it like an event, and lets no change overtake it', () => {
  const entries = [change('a', 1), invocation('add'), invocation('add'), change('a', 2)]
  expect(queued(9, entries)).toEqual(['a1', 'add', 'add', 'a2'])
  expect(queued(2, [invocation('add'), press('1'), invocation('late')])).toEqual(['add', '1'])
})

it('gives out what was put back first', () => {
  const queue = new EventQueue(2)
  queue.push(press('1'))
  queue.push(press('2'))
  const first = queue.shift()
  if (first !== undefined) queue.putBack(first)
  expect(queue.drain().map(nameOf)).toEqual(['1', '2'])
  expect(queue.shift()).toBeUndefined()
})

const anyEvent = fc.oneof(
  fc.record({ type: fc.constant('press' as const) }),
  fc.record({ type: fc.constant('change' as const), name: fc.constantFrom('a', 'b', '__proto__') }),
)

test.prop([fc.array(anyEvent, { maxLength: 60 })])('delivers every press and every final value, in order', (events) => {
  const queue = new EventQueue(1_000)
  const sent = events.map((event, rev): QueuedEvent => {
    const full: UIEvent =
      event.type === 'press'
        ? { type: 'press', key: String(rev) }
        : { type: 'change', name: event.name, value: rev, rev }
    return { widgetId: 'main', handler: 'go', event: full }
  })
  for (const entry of sent) queue.push(entry)
  const got = queue.drain()
  // What is delivered is a part of what was sent, in the same order.
  const places = got.map((entry) => sent.findIndex((one) => one === entry))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  // A change is missing only when a newer one of its field follows before the next press.
  for (const [index, entry] of sent.entries()) {
    if (got.includes(entry)) continue
    const { event } = entry
    const rest = sent.slice(index + 1)
    const end = rest.findIndex((later) => later.event.type === 'press')
    const run = end < 0 ? rest : rest.slice(0, end)
    const isReplaced = run.some(
      (later) => event.type === 'change' && later.event.type === 'change' && later.event.name === event.name,
    )
    expect(isReplaced).toBe(true)
  }
})
