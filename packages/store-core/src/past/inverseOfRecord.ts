import type { JsonValue, RuntimeState, StatePatch, TraceRecord } from '@plugboard/contracts'

/**
 * The patches that lead from the state right after a record to the state before it, but for the counts; null when the record
 * does not say.
 */
export function inverseOfRecord(record: TraceRecord, after: Omit<RuntimeState, 'trace'>): readonly StatePatch[] | null {
  const { instanceId = '', inverse } = record
  switch (record.kind) {
    case 'grants':
      return [
        // Grants are JSON data; their type does not say so.
        { op: 'replace', path: ['grantsByInstance', instanceId], value: record.before as unknown as JsonValue },
      ]
    case 'enable':
    case 'disable':
      return [{ op: 'replace', path: ['instances', instanceId, 'enabled'], value: record.kind === 'disable' }]
    case 'dispatch':
      return inverse ?? (record.outcome === 'applied' && record.intent.scope !== 'system' ? null : [])
    case 'dispose':
    case 'undo':
    case 'redo':
    case 'rewind':
    case 'state':
      return inverse ?? null
    case 'load':
      // What came with the instance, its first state too, has no record of its own.
      return (['instances', 'grantsByInstance', 'pluginStateByInstance'] as const)
        .filter((map) => Object.hasOwn(after[map], instanceId))
        .map((map) => ({ op: 'remove', path: [map, instanceId] }))
    case 'event':
    case 'invoke':
    case 'render':
    case 'error':
    case 'restart':
    case 'quarantine':
      return inverse ?? []
  }
}
