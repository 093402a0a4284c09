import type { JsonValue, RuntimeHealth, RuntimePluginInstance, SystemCommandTarget } from '@plugboard/contracts'

import { defineSystemCommand, parseCommandTarget, type SystemCommandDefinition } from '../systemCommand.ts'

/**
 * `collect-diagnostics`: a report about the target for the host's `diagnostics` listeners. Payload: a
 * `SystemCommandTarget`. Nothing goes back to the plugin.
 */
export const collectDiagnostics: SystemCommandDefinition = defineSystemCommand<SystemCommandTarget>({
  name: 'collect-diagnostics',
  parsePayload: parseCommandTarget,
  targetOf: ({ instanceId }) => instanceId,
  run: async (_payload, { host, target }) => {
    const health = await host.readHealth()
    // Asked after the wait: the instance may have gone meanwhile.
    const instance = host.readState().instances[target]
    if (instance !== undefined) host.report(describe(instance, health))
  },
})

function describe(instance: RuntimePluginInstance, { groups }: RuntimeHealth): JsonValue {
  const group = groups.find(({ instanceIds }) => instanceIds.includes(instance.instanceId))
  return {
    instanceId: instance.instanceId,
    packageId: instance.packageId,
    status: instance.status,
    enabled: instance.enabled,
    error: instance.error === undefined ? null : { code: instance.error.code, message: instance.error.message },
    loadErrors: instance.diagnostics.loadErrors,
    deniedActions: instance.diagnostics.deniedActions,
    restarts: instance.diagnostics.restarts,
    group: group === undefined ? null : { id: group.id, alive: group.alive, restarts: group.restarts },
  }
}
