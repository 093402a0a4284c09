import { expect, it } from 'vitest'

import { Listeners } from './listeners.ts'

it('tells each registration, past those that throw, and reports what they threw', () => {
  const faults: unknown[] = []
  const listeners = new Listeners<number>((cause) => faults.push(cause))
  const told: number[] = []
  const tell = (detail: number): void => void told.push(detail)
  const stop = listeners.add(tell)
  listeners.add(() => {
    throw new Error('mine')
  })
  listeners.add(tell)
  listeners.tellAll(1)
  stop()
  listeners.tellAll(2)
  expect(told).toEqual([1, 1, 2])
  expect(faults).toEqual([new Error('mine'), new Error('mine')])
})

it('tells one that ends and begins again meanwhile once', () => {
  const listeners = new Listeners(() => undefined)
  let count = 0
  const tell = (): void => {
    count += 1
    stop()
    stop = listeners.add(tell)
  }
  let stop = listeners.add(tell)
  listeners.tellAll()
  expect(count).toBe(1)
})
