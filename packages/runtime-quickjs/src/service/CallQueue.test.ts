import { describe, expect, test } from 'vitest'

import { rejectionOf } from '../../test/vmKit.ts'
import { CallQueue } from './CallQueue.ts'

describe('the queue of one instance', () => {
  test('runs tasks one after the other, whatever becomes of each', async () => {
    const queue = new CallQueue(10)
    const order: string[] = []
    const slow = Promise.withResolvers<string>()
    const first = queue.add(async () => {
      order.push('first')
      return slow.promise
    })
    const second = queue.add(() => {
      order.push('second')
      throw new Error('failed')
    })
    const third = queue.add(() => order.push('third'))
    await Promise.resolve()
    expect(order).toEqual(['first'])
    slow.resolve('done')
    await expect(first).resolves.toBe('done')
    await expect(second).rejects.toThrow('failed')
    await expect(third).resolves.toBe(3)
  })

  test('counts what waits, not what runs', async () => {
    const queue = new CallQueue(1)
    const running = Promise.withResolvers<void>()
    const first = queue.add(() => running.promise)
    await Promise.resolve()
    const second = queue.add(() => 'second')
    expect(await rejectionOf(queue.add(() => 'third'))).toMatchObject({ code: 'QUEUE_FULL' })
    running.resolve()
    await first
    await expect(second).resolves.toBe('second')
  })

  test('closing rejects what runs and what waits, runs none of it, and takes no more', async () => {
    const queue = new CallQueue(10)
    const ran: string[] = []
    const running = Promise.withResolvers<void>()
    const pending = [queue.add(() => running.promise), queue.add(() => ran.push('waited'))].map(rejectionOf)
    await Promise.resolve()
    queue.close()
    queue.close()
    for (const error of await Promise.all(pending)) expect(error).toMatchObject({ code: 'DISPOSED' })
    running.resolve()
    expect(await rejectionOf(queue.add(() => ran.push('late')))).toMatchObject({ code: 'DISPOSED' })
    await Promise.resolve()
    expect(ran).toEqual([])
  })
})
