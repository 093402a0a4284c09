import { expect, test, vi } from 'vitest'

import { UndoOffers, type UndoOffer } from './undoOffers.ts'

function offer(text: string): UndoOffer & { readonly undo: ReturnType<typeof vi.fn<() => Promise<void>>> } {
  return { text, undo: vi.fn<() => Promise<void>>(async () => undefined) }
}

test('each offer is taken at most once, and then the one before it is the last', async () => {
  const offers = new UndoOffers()
  const [first, second] = [offer('first'), offer('second')]
  offers.offer(first)
  offers.offer(second)
  expect(offers.last).toBe(second)
  await Promise.all([offers.take(second), offers.take(second)])
  expect(second.undo).toHaveBeenCalledOnce()
  expect(offers.last).toBe(first)
})

test('an offer that could not be taken stands where it was, and can be taken again', async () => {
  const offers = new UndoOffers()
  const [first, second] = [offer('first'), offer('second')]
  first.undo.mockRejectedValueOnce(new Error('not now'))
  offers.offer(first)
  offers.offer(second)
  await expect(offers.take(first)).rejects.toThrow('not now')
  expect(offers.last).toBe(second)
  await offers.take(second)
  expect(offers.last).toBe(first)
  await offers.take(first)
  expect(first.undo).toHaveBeenCalledTimes(2)
  expect(offers.last).toBeUndefined()
})

test('listeners hear of each offer until they stop listening', () => {
  const offers = new UndoOffers()
  const heard: string[] = []
  const stop = offers.subscribe(({ text }) => heard.push(text))
  offers.offer(offer('first'))
  stop()
  offers.offer(offer('second'))
  expect(heard).toEqual(['first'])
})

test('the oldest offers are forgotten', async () => {
  const offers = new UndoOffers()
  const first = offer('first')
  offers.offer(first)
  for (let count = 0; count < 20; count += 1) offers.offer(offer(String(count)))
  await offers.take(first)
  expect(first.undo).not.toHaveBeenCalled()
})
