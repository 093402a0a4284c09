import type { DomainName, JsonValue, RuntimeState } from '@plugboard/contracts'

import type { Registries } from './registries.ts'

/** A store before anything was loaded. Its maps have no prototype. */
export function createInitialState({ sharedDomains }: Registries): RuntimeState {
  const shared: Record<DomainName, JsonValue> = createRecord()
  for (const [name, domain] of sharedDomains) shared[name] = domain.initialState
  return {
    instances: createRecord(),
    pluginStateByInstance: createRecord(),
    grantsByInstance: createRecord(),
    shared,
    dispatchTrace: {
      count: 0,
      lastDispatchId: null,
      lastScope: null,
      lastActionType: null,
      lastOutcome: null,
      lastReason: null,
      byOutcome: { applied: 0, denied: 0, ignored: 0 },
      deniedByReason: createRecord(),
      byPackage: createRecord(),
      lastDenial: null,
    },
    trace: [],
  }
}

/** An empty record without a prototype: no key finds anything that was not put there. */
export function createRecord<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T> // `create` is typed as any.
}

/** The record's own value, or undefined. The state may have been restored from JSON, and then has a prototype. */
export function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** The record with one entry set, without a prototype. */
export function withEntry<T>(record: Readonly<Record<string, T>>, key: string, value: T): Readonly<Record<string, T>> {
  const next = Object.assign(createRecord<T>(), record)
  next[key] = value
  return next
}

/** The record with one entry gone. */
export function withoutEntry<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!Object.hasOwn(record, key)) return record
  const next = Object.assign(createRecord<T>(), record)
  delete next[key]
  return next
}
