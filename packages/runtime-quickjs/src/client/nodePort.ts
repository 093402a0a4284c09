import { Worker } from 'node:worker_threads'

import type { CreateWorkerPort } from './WorkerPort.ts'

/** Ports to Node.js worker threads. */
export function createNodePorts(workerUrl?: string | URL): CreateWorkerPort {
  // From its sources the package runs as TypeScript, and so does its worker.
  const isSource = import.meta.url.endsWith('.ts')
  const own = new URL(isSource ? '../worker/nodeWorker.ts' : '../worker/nodeWorker.js', import.meta.url)
  return () => {
    const worker = new Worker(workerUrl === undefined ? own : new URL(workerUrl), {
      // Nothing of the process's environment is any business of a plugin's worker.
      env: {},
      execArgv: isSource && workerUrl === undefined ? ['--conditions=@plugboard/source'] : [],
    })
    return {
      post: (request) => {
        worker.postMessage(request)
      },
      onMessage: (listener) => {
        worker.on('message', listener)
      },
      onFailure: (listener) => {
        worker.on('error', listener)
        worker.on('messageerror', listener)
        worker.on('exit', listener)
      },
      terminate: () => {
        void worker.terminate()
      },
    }
  }
}
