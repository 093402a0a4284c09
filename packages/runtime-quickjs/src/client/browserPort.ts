import type { CreateWorkerPort } from './WorkerPort.ts'

/** Ports to module workers of the browser. `workerUrl` is for servers that put the worker's script elsewhere. */
export function createBrowserPorts(workerUrl?: string | URL): CreateWorkerPort {
  return () => {
    // Bundlers look for exactly this expression to find the worker's script.
    const worker =
      workerUrl === undefined
        ? new Worker(new URL('../worker/browserWorker.js', import.meta.url), { type: 'module', name: 'plugboard' })
        : new Worker(workerUrl, { type: 'module', name: 'plugboard' })
    return {
      post: (request) => {
        worker.postMessage(request)
      },
      onMessage: (listener) => {
        worker.addEventListener('message', (event: MessageEvent<unknown>) => {
          listener(event.data)
        })
      },
      onFailure: (listener) => {
        worker.addEventListener('error', (event) => {
          // Handled here: without this the page would report it as uncaught as well.
          event.preventDefault()
          listener()
        })
        worker.addEventListener('messageerror', listener)
      },
      terminate: () => {
        worker.terminate()
      },
    }
  }
}
