import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createProject } from '../projects/createProject.ts'
import { AuthoringClient } from './authoringClient.ts'

const project = createProject({ title: 'Mine', text: '', taken: new Set(), at: 1 })

/** A worker that says nothing, and tells whether it was stopped. */
class SilentWorker extends EventTarget {
  isStopped = false
  postMessage(): void {}
  terminate(): void {
    this.isStopped = true
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function open() {
  const workers: SilentWorker[] = []
  const client = new AuthoringClient({
    patienceMs: 100,
    createWorker: () => {
      const worker = new SilentWorker()
      workers.push(worker)
      return worker as unknown as Worker // Of a worker's, what is used here.
    },
  })
  return { client, workers }
}

test('a compiler that does not answer is stopped, and the next project has another one', async () => {
  const { client, workers } = open()
  const first = client.compile(project)
  await vi.advanceTimersByTimeAsync(100)
  expect(await first).toMatchObject({ kind: 'refused', problems: [{ code: 'NOT_COMPILED' }] })
  expect(workers).toMatchObject([{ isStopped: true }])
  void client.compile(project)
  expect(workers).toMatchObject([{ isStopped: true }, { isStopped: false }])
})

test('so is one that breaks', async () => {
  const { client, workers } = open()
  const first = client.compile(project)
  workers[0]?.dispatchEvent(new Event('error'))
  expect(await first).toMatchObject({ problems: [{ code: 'NOT_COMPILED' }] })
  expect(workers[0]?.isStopped).toBe(true)
})
