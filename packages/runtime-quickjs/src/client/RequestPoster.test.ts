import type { PluginRuntimeError } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import type { ClientMessage } from '../protocol/wire.ts'
import { RequestPoster, type PostableRequest } from './RequestPoster.ts'

/** A poster, what it posted, and whom it refused. `broken` numbers cannot be cloned. */
function open(broken: readonly number[] = []) {
  const posted: (number | readonly number[])[] = []
  const refused: [number, string][] = []
  const post = (message: ClientMessage): void => {
    if (message.type === 'start' || message.type === 'prepare') return
    const ids = message.type === 'batch' ? message.requests.map(({ id }) => id) : [message.id]
    if (ids.some((id) => broken.includes(id))) throw new DOMException('could not be cloned', 'DataCloneError')
    posted.push(message.type === 'batch' ? ids : message.id)
  }
  const port = { post, onMessage: () => {}, onFailure: () => {}, hold: () => {}, terminate: () => Promise.resolve() }
  const poster = new RequestPoster(port, (request: PostableRequest, error: PluginRuntimeError) => {
    refused.push([request.id, error.code])
  })
  const add = (id: number, mayShare = true): PostableRequest => {
    const request = { id, mayShare, isShared: false, message: { type: 'health' } } as const
    poster.add(request)
    return request
  }
  return { add, posted, poster, refused }
}

it('posts what may share in one message, once the turn is over', async () => {
  const { add, posted } = open()
  const requests = [add(1), add(2), add(3)]
  expect(posted).toEqual([])
  await Promise.resolve()
  expect(posted).toEqual([[1, 2, 3]])
  expect(requests.map(({ isShared }) => isShared)).toEqual([true, true, true])
})

it('posts one alone as itself, and what may not share at once, after what came before it', async () => {
  const { add, posted } = open()
  const [alone] = [add(1)]
  await Promise.resolve()
  add(2)
  add(3)
  add(4, false)
  add(5, false)
  expect(posted).toEqual([1, [2, 3], 4, 5])
  expect(alone?.isShared).toBe(false)
  await Promise.resolve()
  expect(posted).toHaveLength(4)
})

it('refuses the one that cannot be cloned, and posts the others one by one', async () => {
  const { add, posted, refused } = open([2])
  const requests = [add(1), add(2), add(3)]
  await Promise.resolve()
  expect(posted).toEqual([1, 3])
  expect(refused).toEqual([[2, 'PROTOCOL']])
  expect(requests.some(({ isShared }) => isShared)).toBe(false)
})

it('posts nothing after it was closed', async () => {
  const { add, posted, poster } = open()
  add(1)
  poster.close()
  await Promise.resolve()
  expect(posted).toEqual([])
})
