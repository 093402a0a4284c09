import { EventEmitter } from 'node:events'

import { expect, it, vi } from 'vitest'

import { connectWorker } from './pluginWorker.ts'

function createWebWorker() {
  const target = new EventTarget()
  return Object.assign(target, { postMessage: vi.fn<(message: unknown) => void>(), terminate: vi.fn<() => void>() })
}

function createNodeWorker() {
  return Object.assign(new EventEmitter(), {
    postMessage: vi.fn<(message: unknown) => void>(),
    terminate: vi.fn<() => Promise<number>>(() => Promise.resolve(1)),
  })
}

it('listens to the messages of a web worker and to every way in which it fails', async () => {
  const worker = createWebWorker()
  const port = connectWorker(worker)
  const [onMessage, onFailure] = [vi.fn<(message: unknown) => void>(), vi.fn<() => void>()]
  port.onMessage(onMessage)
  port.onFailure(onFailure)
  worker.dispatchEvent(Object.assign(new Event('message'), { data: 'hello' }))
  expect(onMessage).toHaveBeenCalledExactlyOnceWith('hello')
  const error = new Event('error', { cancelable: true })
  worker.dispatchEvent(error)
  worker.dispatchEvent(new Event('messageerror'))
  expect(onFailure).toHaveBeenCalledTimes(2)
  expect(error.defaultPrevented).toBe(true)
  port.post({ id: 1, type: 'health' })
  expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith({ id: 1, type: 'health' })
  await port.terminate()
  expect(worker.terminate).toHaveBeenCalledOnce()
})

it('listens to the messages of a worker thread and to every way in which it fails', async () => {
  const worker = createNodeWorker()
  const port = connectWorker(worker)
  const [onMessage, onFailure] = [vi.fn<(message: unknown) => void>(), vi.fn<() => void>()]
  port.onMessage(onMessage)
  port.onFailure(onFailure)
  worker.emit('message', 'hello')
  expect(onMessage).toHaveBeenCalledExactlyOnceWith('hello')
  worker.emit('error', new Error('lost'))
  worker.emit('messageerror', new Error('unreadable'))
  worker.emit('exit', 1)
  expect(onFailure).toHaveBeenCalledTimes(3)
  port.post({ id: 1, type: 'health' })
  expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith({ id: 1, type: 'health' })
  await port.terminate()
  expect(worker.terminate).toHaveBeenCalledOnce()
})
