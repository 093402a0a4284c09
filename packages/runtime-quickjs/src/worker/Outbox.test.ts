import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { WorkerAnswer, WorkerRefusal } from '../protocol/wire.ts'
import { Outbox } from './Outbox.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})

afterEach(() => {
  vi.useRealTimers()
})

const answer = (id: number): WorkerAnswer => ({ type: 'answer', id, text: '{}' })

function open() {
  const posted: number[][] = []
  const outbox = new Outbox((answers: readonly (WorkerAnswer | WorkerRefusal)[]) => {
    posted.push(answers.map(({ id }) => id))
  })
  return { outbox, posted }
}

it('posts what it has at once, in its order', () => {
  const { outbox, posted } = open()
  for (const id of [1, 2, 3]) outbox.add(answer(id))
  expect(posted).toEqual([])
  outbox.flush()
  expect(posted).toEqual([[1, 2, 3]])
})

it('keeps no answer back once the batch has run for a quarter of a frame without a word', () => {
  const { outbox, posted } = open()
  outbox.add(answer(1))
  vi.advanceTimersByTime(3)
  outbox.add(answer(2))
  vi.advanceTimersByTime(1)
  outbox.add(answer(3))
  expect(posted).toEqual([[1, 2, 3]])
  outbox.add(answer(4))
  expect(posted).toHaveLength(1)
})

it('posts the answer to something slow at once, so that the next one is not timed together with it', () => {
  const { outbox, posted } = open()
  vi.advanceTimersByTime(300)
  outbox.add(answer(1))
  vi.advanceTimersByTime(300)
  outbox.add(answer(2))
  expect(posted).toEqual([[1], [2]])
})

it('posts nothing when there is nothing', () => {
  const { outbox, posted } = open()
  outbox.flush()
  expect(posted).toEqual([])
})
