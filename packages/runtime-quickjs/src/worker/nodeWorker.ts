import { parentPort } from 'node:worker_threads'

import { createNodeEngine } from '../engine/nodeEngine.ts'
import type { WorkerRequest } from '../protocol/wire.ts'
import { startWorker } from './startWorker.ts'

if (parentPort === null)
  throw new Error('This file is the entry of a worker thread: start it with createQuickJSRuntime().')
const port = parentPort

void startWorker(
  {
    post: (message) => {
      port.postMessage(message)
    },
    listen: (listener) => {
      port.on('message', (request: WorkerRequest) => {
        listener(request)
      })
    },
  },
  createNodeEngine(),
)
