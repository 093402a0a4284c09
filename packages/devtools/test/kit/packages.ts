import { counterSource, echoSource, loggerSource, throwerSource } from '@plugboard/contract-tests'
import { isPlainObject, type SharedDomainDefinition } from '@plugboard/contracts'
import type { PluginPackage } from '@plugboard/host'

/** Adds up what its writers report. */
export const counterSummary: SharedDomainDefinition = {
  name: 'counter-summary',
  owner: 'host',
  schemaVersion: 1,
  initialState: { values: {} },
  reducer: (current, { actionType, payload }, { instanceId }) => {
    const values = isPlainObject(current) && isPlainObject(current['values']) ? current['values'] : {}
    const value = isPlainObject(payload) ? payload['value'] : undefined
    if (actionType !== 'set-instance' || typeof value !== 'number') return { next: current, outcome: 'ignored' }
    return { next: { values: { ...values, [instanceId]: value } }, outcome: 'applied' }
  },
}

function packageOf(packageId: string, code: string, capabilities = {}): PluginPackage {
  return { manifest: { apiVersion: 1, packageId, title: packageId, capabilities }, code }
}

export const packages: readonly PluginPackage[] = [
  {
    ...packageOf('counter', counterSource, {
      readShared: ['counter-summary'],
      writeShared: ['counter-summary'],
      systemCommands: ['collect-diagnostics'],
    }),
    localReducer: (current, { actionType, payload }) => {
      const value = isPlainObject(current) && typeof current['value'] === 'number' ? current['value'] : 0
      const by = isPlainObject(payload) && typeof payload['by'] === 'number' ? payload['by'] : 1
      return actionType === 'increment'
        ? { next: { value: value + by }, outcome: 'applied' }
        : { next: current, outcome: 'ignored', reason: 'no-local-reducer-match' }
    },
  },
  packageOf('thrower', throwerSource),
  packageOf('sender', echoSource),
  packageOf('logger', loggerSource),
]
