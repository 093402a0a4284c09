import type { InstanceId, LoadPluginRequest, PluginRuntime, RuntimeEvents } from '@plugboard/contracts'

/** A runtime that loses VMs when it is told to, and brings them back by itself, as when a neighbour took the worker down. */
export interface LosingRuntime extends PluginRuntime {
  lose(instanceId: InstanceId): Promise<void>
}

export function createLosingRuntime(runtime: PluginRuntime): LosingRuntime {
  const requests = new Map<InstanceId, LoadPluginRequest>()
  const listeners = new Set<(detail: RuntimeEvents['restart']) => void>()
  return {
    load: (request) => {
      requests.set(request.instanceId, request)
      return runtime.load(request)
    },
    call: (instanceId, call) => runtime.call(instanceId, call),
    dispose: (instanceId) => runtime.dispose(instanceId),
    health: () => runtime.health(),
    on: (event, listener) => {
      if (event === 'restart') listeners.add(listener as (detail: RuntimeEvents['restart']) => void) // as its name says
      return runtime.on(event, listener)
    },
    async lose(instanceId) {
      const request = requests.get(instanceId)
      await runtime.dispose(instanceId)
      if (request !== undefined) await runtime.load(request)
      for (const listener of listeners) listener({ instanceId, attempt: 1 })
    },
    [Symbol.asyncDispose]: () => runtime[Symbol.asyncDispose](),
  }
}
