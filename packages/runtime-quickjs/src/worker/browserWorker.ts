/// <reference lib="webworker" />
import { createBrowserEngine } from '../engine/browserEngine.ts'
import type { WorkerRequest } from '../protocol/wire.ts'
import { startWorker } from './startWorker.ts'

void startWorker(
  {
    post: (message) => {
      self.postMessage(message)
    },
    listen: (listener) => {
      self.addEventListener('message', (event: MessageEvent<WorkerRequest>) => {
        listener(event.data)
      })
    },
  },
  createBrowserEngine(),
)
