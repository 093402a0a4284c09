import {
  PluginRuntimeError,
  type InstanceId,
  type PluginCall,
  type PluginCallResult,
  type PluginRuntime,
  type RuntimeEvents,
} from '@plugboard/contracts'

import type { Random } from './random.ts'

export interface UnsteadyRuntimeOptions {
  readonly random: Random
  /** Called before each event that is to be stopped for what it takes, where the runtime cannot find out by itself. */
  readonly stopNext?: ((instanceId: InstanceId) => void) | undefined
}

/** One event in so many meets a crash. */
const CRASH_EVERY = 60

/**
 * A runtime that loses VMs under events: before they run, or after, with the answer. Half of the time a neighbour is to
 * blame, as when a shared worker ends. The same event is never met twice in a row, so that none is given up for chance.
 */
export function createUnsteadyRuntime(
  runtime: PluginRuntime,
  { random, stopNext }: UnsteadyRuntimeOptions,
): PluginRuntime & { readonly crashes: number } {
  const listeners = new Set<(crash: RuntimeEvents['crash']) => void>()
  const spared = new Set<InstanceId>()
  let crashes = 0

  async function crash(instanceId: InstanceId): Promise<never> {
    crashes += 1
    spared.add(instanceId)
    const error = new PluginRuntimeError({ code: 'RUNTIME_CRASHED', message: 'The worker ended unexpectedly.' })
    const offender = random.oneIn(2) ? instanceId : 'neighbour@12345678'
    for (const listener of listeners) listener({ instanceIds: [instanceId], offender, error: error.toShape() })
    return Promise.reject(error)
  }

  return {
    get crashes() {
      return crashes
    },
    load: (request) => runtime.load(request),
    async call<C extends PluginCall>(instanceId: InstanceId, call: C): Promise<PluginCallResult<C>> {
      if (call.kind === 'event' && call.handler === 'loop') stopNext?.(instanceId)
      if (call.kind !== 'event' || spared.delete(instanceId) || !random.oneIn(CRASH_EVERY)) {
        return runtime.call(instanceId, call)
      }
      // Its answer is lost with the worker.
      if (random.oneIn(2)) await runtime.call(instanceId, call).catch(() => undefined)
      return crash(instanceId)
    },
    dispose: (instanceId) => runtime.dispose(instanceId),
    health: () => runtime.health(),
    on(event, listener) {
      const stop = runtime.on(event, listener)
      if (event !== 'crash') return stop
      // Only listeners of crashes come here.
      const entry = listener as (crash: RuntimeEvents['crash']) => void
      listeners.add(entry)
      return () => {
        listeners.delete(entry)
        stop()
      }
    },
    [Symbol.asyncDispose]: () => runtime[Symbol.asyncDispose](),
  }
}
