import { isSameGrants, normaliseGrants } from '@plugboard/capabilities'
import { EVERY_DOMAIN, NO_GRANTS, outcomeOf, type InstanceId, type RuntimeState } from '@plugboard/contracts'

import { forgetInstance } from './forgetInstance.ts'
import type { HostActionMeta, IntentDenied, TraceEntry } from './hostActions.ts'
import { ownValue, withEntry } from './initialState.ts'
import { addInstance, failInstance, noteDelivery, patchInstance, registerPlugin } from './instanceRecord.ts'
import type { ReadAction } from './readAction.ts'
import { recordDispatch } from './recordDispatch.ts'
import type { Registries } from './registries.ts'
import { restoreDomains } from './restoreDomains.ts'
import { appendTrace } from './traceRing.ts'

/** Where a change comes from: when and why, and what the action weighed when it was read. */
interface Origin {
  readonly meta: HostActionMeta
  readonly weight: number
}

/** What the host tells the store. About an instance that is not there, nothing but a denial is recorded. */
export function reduceHostAction(
  state: RuntimeState,
  { action, weight }: Extract<ReadAction, { kind: 'host' }>,
  registries: Registries,
): RuntimeState {
  const origin: Origin = { meta: action.meta, weight }
  const record = (next: RuntimeState, entry: TraceEntry): RuntimeState =>
    next === state ? state : traced(next, entry, origin, registries)
  switch (action.type) {
    case 'plugins/instanceLoading': {
      const { codeDigest, identity } = action.payload
      return record(addInstance(state, action.payload), {
        kind: 'load',
        ...identity,
        ...(codeDigest === undefined ? {} : { codeDigest }),
      })
    }
    case 'plugins/instanceRegistered': {
      const { plugin } = action.payload
      const { instanceId, packageId } = plugin
      if (ownValue(state.instances, instanceId) !== undefined) return registerPlugin(state, action.payload)
      const added = addInstance(state, { identity: { instanceId, packageId }, grants: NO_GRANTS })
      return added === state
        ? state
        : record(registerPlugin(added, action.payload), { kind: 'load', instanceId, packageId })
    }
    case 'plugins/instanceFailed': {
      const { error, instanceId } = action.payload
      return record(failInstance(state, action.payload), { kind: 'error', instanceId, error })
    }
    case 'plugins/instanceStatusChanged': {
      const { error, instanceId, status } = action.payload
      const next = patchInstance(state, instanceId, { status, ...(error === undefined ? {} : { error }) })
      if (next === state) return state
      const withError = error ? record(next, { kind: 'error', instanceId, error }) : next
      const attempt = ownValue(state.instances, instanceId)?.diagnostics.restarts ?? 0
      return status === 'quarantined' ? record(withError, { kind: 'quarantine', instanceId, attempt }) : withError
    }
    case 'plugins/instanceRestarted': {
      const { attempt, codeDigest, instanceId } = action.payload
      return record(patchInstance(state, instanceId, { status: 'loading', error: null, restarted: true }), {
        kind: 'restart',
        instanceId,
        attempt,
        ...(codeDigest === undefined ? {} : { codeDigest }),
      })
    }
    case 'plugins/instanceRemoved': {
      const { instanceId } = action.payload
      const packageId = ownValue(state.instances, instanceId)?.packageId ?? ''
      return record(forgetInstance(state, instanceId, registries), { kind: 'dispose', instanceId, packageId })
    }
    case 'plugins/instanceEnabledChanged': {
      const { enabled, instanceId } = action.payload
      const packageId = ownValue(state.instances, instanceId)?.packageId ?? ''
      const kind = enabled ? 'enable' : 'disable'
      return record(patchInstance(state, instanceId, { enabled }), { kind, instanceId, packageId })
    }
    case 'plugins/grantsChanged':
      return changeGrants(state, action.payload, origin, registries)
    case 'plugins/domainsRestored':
      return restoreDomains(state, action.payload, registries)
    case 'plugins/intentDenied':
      return denyIntent(state, action.payload, origin, registries)
    case 'plugins/traceRecorded':
      // The type forbids dispatches here; plain JavaScript could still write one that never happened.
      return 'dispatchId' in action.payload
        ? state
        : traced(noteDelivery(state, action.payload), action.payload, origin, registries)
    default:
      return state
  }
}

function traced(state: RuntimeState, entry: TraceEntry, origin: Origin, registries: Registries): RuntimeState {
  const { meta, weight } = origin
  const record = { ...entry, causeSeq: meta.causeSeq, at: meta.timestamp }
  return { ...state, trace: appendTrace(state.trace, record, { bounds: registries, weight }) }
}

function changeGrants(
  state: RuntimeState,
  change: { readonly instanceId: InstanceId; readonly grants: typeof NO_GRANTS; readonly by: 'policy' | 'user' },
  origin: Origin,
  registries: Registries,
): RuntimeState {
  const { by, instanceId } = change
  if (ownValue(state.instances, instanceId) === undefined) return state
  const before = ownValue(state.grantsByInstance, instanceId) ?? NO_GRANTS
  // '*' comes in through an operator policy only; a person may leave it in place while switching something else.
  const everyDomain = by === 'policy' || before.readShared.includes(EVERY_DOMAIN)
  const after = normaliseGrants(change.grants, { everyDomain })
  if (isSameGrants(before, after)) return state
  const next = { ...state, grantsByInstance: withEntry(state.grantsByInstance, instanceId, after) }
  return traced(next, { kind: 'grants', instanceId, before, after, by }, origin, registries)
}

function denyIntent(state: RuntimeState, denial: IntentDenied, origin: Origin, registries: Registries): RuntimeState {
  const { dispatchId, identity, intent, reason, source } = denial
  return recordDispatch(
    state,
    {
      identity,
      dispatchId,
      // Nothing legible was sent, but the refusal still has a place in the trace.
      intent: intent ?? { scope: 'plugin', actionType: 'unreadable-intent' },
      outcome: outcomeOf(reason),
      reason,
      causeSeq: origin.meta.causeSeq,
      timestamp: origin.meta.timestamp,
      weight: origin.weight,
      ...(source === undefined ? {} : { source }),
    },
    registries,
  )
}
