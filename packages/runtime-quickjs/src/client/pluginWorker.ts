import type { WorkerPort } from './WorkerPort.ts'

/** What the client needs of a browser's `Worker`. */
export interface WebWorkerLike {
  postMessage(message: unknown): void
  addEventListener(type: string, listener: (event: unknown) => void): void
  terminate(): void
}

/** What the client needs of a `Worker` of `node:worker_threads`. */
export interface NodeWorkerLike {
  postMessage(message: unknown): void
  on(event: string, listener: (value: unknown) => void): unknown
  ref?(): void
  unref?(): void
  terminate(): Promise<unknown>
}

/** A worker that runs this package's `worker` entry, of either platform. */
export type PluginWorker = WebWorkerLike | NodeWorkerLike

/** Gives both kinds of workers one face. */
export function connectWorker(worker: PluginWorker): WorkerPort {
  return 'addEventListener' in worker ? connectWebWorker(worker) : connectNodeWorker(worker)
}

function connectWebWorker(worker: WebWorkerLike): WorkerPort {
  return {
    post: (message) => {
      worker.postMessage(message)
    },
    onMessage: (listener) => {
      worker.addEventListener('message', (event) => {
        listener(hasData(event) ? event.data : undefined)
      })
    },
    onFailure: (listener) => {
      worker.addEventListener('error', (event) => {
        // Handled here: without this the page would report it as uncaught as well.
        if (isCancelable(event)) event.preventDefault()
        listener()
      })
      worker.addEventListener('messageerror', listener)
    },
    hold: () => {},
    terminate: () => {
      worker.terminate()
      return Promise.resolve()
    },
  }
}

function connectNodeWorker(worker: NodeWorkerLike): WorkerPort {
  return {
    post: (message) => {
      worker.postMessage(message)
    },
    onMessage: (listener) => {
      worker.on('message', listener)
      // One that waits for work is no reason to go on. After the listener: adding one takes hold of the worker.
      worker.unref?.()
    },
    onFailure: (listener) => {
      for (const event of ['error', 'messageerror', 'exit']) {
        worker.on(event, () => {
          listener()
        })
      }
    },
    hold: () => worker.ref?.(),
    terminate: async () => {
      await worker.terminate()
    },
  }
}

function hasData(event: unknown): event is { readonly data: unknown } {
  return typeof event === 'object' && event !== null && 'data' in event
}

function isCancelable(event: unknown): event is { preventDefault: () => void } {
  return (
    typeof event === 'object' &&
    event !== null &&
    'preventDefault' in event &&
    typeof event.preventDefault === 'function'
  )
}
