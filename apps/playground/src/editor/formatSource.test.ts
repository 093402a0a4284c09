import { expect, onTestFinished, test, vi } from 'vitest'

import { formatSource } from './formatSource.ts'

test('a formatter that does not load is refused in words, ended, and loaded anew the next time', async () => {
  const workers: FailingWorker[] = []
  class FailingWorker extends EventTarget {
    readonly terminate = vi.fn<() => void>()
    constructor() {
      super()
      workers.push(this)
    }
    postMessage(): void {
      queueMicrotask(() => this.dispatchEvent(new Event('error')))
    }
  }
  vi.stubGlobal('Worker', FailingWorker)
  onTestFinished(() => void vi.unstubAllGlobals())
  await expect(formatSource('plugin.tsx', 'a')).rejects.toThrow('could not be loaded')
  await expect(formatSource('plugin.tsx', 'a')).rejects.toThrow('could not be loaded')
  expect(workers.map(({ terminate }) => terminate.mock.calls.length)).toEqual([1, 1])
})
