/// <reference lib="webworker" />
import type { ClientMessage } from '../protocol/wire.ts'
import { serveQuickJS } from './serveQuickJS.ts'

serveQuickJS({
  post: (message) => {
    self.postMessage(message)
  },
  listen: (listener) => {
    self.addEventListener('message', (event: MessageEvent<ClientMessage>) => {
      listener(event.data)
    })
  },
})
