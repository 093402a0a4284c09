import { toErrorShape, type PluginRuntime } from '@plugboard/contracts'

import type { WorkerMessage, WorkerRequest } from '../protocol/wire.ts'

/** The worker's end of the wire. */
export interface ServerPort {
  readonly post: (message: WorkerMessage) => void
  readonly listen: (listener: (request: WorkerRequest) => void) => void
}

/**
 * Serves a runtime over a port: strictly one request at a time, in the order in which they came. The client's watchdog
 * relies on that order to know which request is running.
 */
export function serveRuntime(port: ServerPort, runtime: PluginRuntime): void {
  let tail: Promise<void> = Promise.resolve()
  runtime.on('log', (line) => {
    port.post({ type: 'log', line })
  })
  port.listen((request) => {
    tail = tail.then(async () => {
      try {
        port.post({ type: 'answer', id: request.id, ok: true, value: await perform(runtime, request) })
      } catch (error) {
        port.post({ type: 'answer', id: request.id, ok: false, error: toErrorShape(error) })
      }
    })
  })
}

function perform(runtime: PluginRuntime, request: WorkerRequest): Promise<unknown> {
  switch (request.type) {
    case 'loadPlugin':
      return runtime.load(request.request)
    case 'render':
      return runtime.call(request.instanceId, request.call)
    case 'event':
      return runtime.call(request.instanceId, request.call)
    case 'disposePlugin':
      return runtime.dispose(request.instanceId)
    case 'health':
      return runtime.health()
  }
}
