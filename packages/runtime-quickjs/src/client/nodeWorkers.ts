import { Worker } from 'node:worker_threads'

// From its sources the package runs as TypeScript, and so does its worker.
const IS_SOURCE = import.meta.url.endsWith('.ts')

/** Starts a Node.js worker thread with this package's own script. */
export function createNodeWorker(): Worker {
  return new Worker(new URL(IS_SOURCE ? '../worker/nodeWorker.ts' : '../worker/nodeWorker.js', import.meta.url), {
    name: 'plugboard',
    // Nothing of the process's environment is any business of a plugin's worker.
    env: {},
    execArgv: IS_SOURCE ? ['--conditions=@plugboard/source'] : [],
  })
}
