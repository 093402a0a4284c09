import { setImmediate as nextTurn } from 'node:timers/promises'

import type { PluginRuntime } from '@plugboard/contracts'

/** A runtime that says when it has nothing to do. */
export interface QuietRuntime extends PluginRuntime {
  /** Resolves when no call is under way, and none has followed from the last one. */
  settled(): Promise<void>
}

/**
 * Counts the calls on their way through a runtime. A host does all that follows from an answer in the turn of the event loop
 * in which it comes, so a turn after which there is no call is the end of it.
 */
export function createQuietRuntime(runtime: PluginRuntime): QuietRuntime {
  const underWay = new Set<Promise<unknown>>()
  const count = <T>(call: Promise<T>): Promise<T> => {
    underWay.add(call)
    const end = (): void => void underWay.delete(call)
    call.then(end, end)
    return call
  }
  return {
    load: (request) => count(runtime.load(request)),
    call: (instanceId, call) => count(runtime.call(instanceId, call)),
    dispose: (instanceId) => count(runtime.dispose(instanceId)),
    health: () => runtime.health(),
    on: (event, listener) => runtime.on(event, listener),
    [Symbol.asyncDispose]: () => runtime[Symbol.asyncDispose](),
    async settled() {
      do {
        await Promise.allSettled(underWay)
        await nextTurn()
      } while (underWay.size > 0)
    },
  }
}
