import type { PluginRuntime } from '@plugboard/contracts'

/** A runtime that says when it has nothing to do. */
export interface QuietRuntime extends PluginRuntime {
  /** Resolves when no call is under way, and none has followed from the last one. */
  settled(): Promise<void>
}

export interface QuietRuntimeOptions {
  /**
   * Resolves in a later turn of the event loop: `setImmediate` of `node:timers/promises`, or a message to oneself in a browser.
   * Not a global that tests replace: that would stop the host too.
   */
  readonly nextTurn: () => Promise<unknown>
}

/**
 * Counts the calls on their way through a runtime, for tools and tests that wait until a plugin has had its say. A host does
 * all that follows from an answer in microtasks, so a turn without a call is the end of it: nobody sleeps, and nothing depends
 * on how fast it is.
 *
 * @example
 * const runtime = createQuietRuntime(createQuickJSRuntime(), { nextTurn: () => setImmediate() })
 */
export function createQuietRuntime(runtime: PluginRuntime, { nextTurn }: QuietRuntimeOptions): QuietRuntime {
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
        // One round after the other is the point: each answer may make the next call.
        await Promise.allSettled(underWay)
        await nextTurn()
      } while (underWay.size > 0)
    },
  }
}
