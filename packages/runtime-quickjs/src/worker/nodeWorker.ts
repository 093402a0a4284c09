import { parentPort } from 'node:worker_threads'

import type { ClientMessage } from '../protocol/wire.ts'
import { serveQuickJS } from './serveQuickJS.ts'

if (parentPort === null)
  throw new Error('This file is the entry of a worker thread: start it with createQuickJSRuntime().')
const port = parentPort

serveQuickJS({
  post: (message) => {
    port.postMessage(message)
  },
  listen: (listener) => {
    port.on('message', (message: ClientMessage) => {
      listener(message)
    })
  },
})
