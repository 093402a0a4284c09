import { isSameGrants, normaliseGrants } from '@plugboard/capabilities'
import { EVERY_DOMAIN, NO_GRANTS, outcomeOf, type InstanceId, type RuntimeState } from '@plugboard/contracts'

import { forgetInstance } from './forgetInstance.ts'
import { STORE_KINDS, type HostActionMeta, type IntentDenied } from './hostActions.ts'
import { ownValue, withEntry } from './initialState.ts'
import { addInstance, failInstance, noteDelivery, patchInstance, registerPlugin } from './instanceRecord.ts'
import type { ReadAction } from './readAction.ts'
import { recordDispatch } from './recordDispatch.ts'
import type { Registries } from './registries.ts'
import { inverseOfOverwrite } from './inverseOfOverwrite.ts'
import { restoreDomains } from './restoreDomains.ts'
import { reduceRewind } from './rewindReducer.ts'
import { overwrittenPaths } from './statePaths.ts'
import { appendTrace, type TraceDraft } from './traceRing.ts'
import { reduceRedo, reduceUndo } from './undoReducer.ts'

/** Where a record comes from: when and why, and what the action weighed when it was read, where all of it is recorded. */
interface Origin {
  readonly meta: HostActionMeta
  readonly weight?: number
}

/**
 * What the host tells the store. About an instance that is not there, nothing but a denial is recorded. Whatever an action
 * overwrites of the state of plugins is in a record: who takes changes back must know what came later.
 */
export function reduceHostAction(
  state: RuntimeState,
  read: Extract<ReadAction, { kind: 'host' }>,
  registries: Registries,
): RuntimeState {
  const next = settleHostAction(state, read, registries)
  if (next.trace !== state.trace) return next
  const writes = overwrittenPaths(state, next)
  if (writes.length === 0) return next
  const { action } = read
  const named = 'instanceId' in action.payload ? { instanceId: action.payload.instanceId } : {}
  return overwriting(state, next, { entry: { kind: 'state', ...named, writes }, meta: action.meta }, registries)
}

function settleHostAction(
  state: RuntimeState,
  { action, weight }: Extract<ReadAction, { kind: 'host' }>,
  registries: Registries,
): RuntimeState {
  const { meta } = action
  const record = (next: RuntimeState, entry: TraceDraft): RuntimeState => {
    if (next === state) return state
    const writes = overwrittenPaths(state, next)
    return overwriting(state, next, { entry: writes.length === 0 ? entry : { ...entry, writes }, meta }, registries)
  }
  switch (action.type) {
    case 'plugins/instanceLoading': {
      const { codeDigest, grants, identity, requested } = action.payload
      return record(addInstance(state, action.payload), {
        kind: 'load',
        ...identity,
        ...(codeDigest === undefined ? {} : { codeDigest }),
        ...(requested === undefined ? {} : { requested: normaliseGrants(requested, { everyDomain: true }) }),
        granted: normaliseGrants(grants, { everyDomain: true }),
      })
    }
    case 'plugins/instanceRegistered': {
      const { plugin } = action.payload
      const { instanceId, packageId } = plugin
      if (ownValue(state.instances, instanceId) !== undefined) return registerPlugin(state, action.payload)
      const added = addInstance(state, { identity: { instanceId, packageId }, grants: NO_GRANTS })
      return added === state
        ? state
        : record(registerPlugin(added, action.payload), { kind: 'load', instanceId, packageId, granted: NO_GRANTS })
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
      const position = Object.keys(state.instances).indexOf(instanceId)
      return record(forgetInstance(state, instanceId, registries), { kind: 'dispose', instanceId, packageId, position })
    }
    case 'plugins/instanceEnabledChanged': {
      const { enabled, instanceId } = action.payload
      const packageId = ownValue(state.instances, instanceId)?.packageId ?? ''
      const kind = enabled ? 'enable' : 'disable'
      return record(patchInstance(state, instanceId, { enabled }), { kind, instanceId, packageId })
    }
    case 'plugins/grantsChanged':
      return changeGrants(state, action.payload, { meta }, registries)
    case 'plugins/domainsRestored':
      return restoreDomains(state, action.payload, registries)
    case 'plugins/intentDenied':
      return denyIntent(state, action.payload, { meta, weight }, registries)
    case 'plugins/traceRecorded':
      // The type forbids them here; plain JavaScript could still write of a change that never happened.
      return STORE_KINDS.includes(action.payload.kind) || 'dispatchId' in action.payload || 'inverse' in action.payload
        ? state
        : traced(noteDelivery(state, action.payload), action.payload, { meta, weight }, registries)
    case 'plugins/changesUndone':
      return reduceUndo(state, action, registries)
    case 'plugins/undoTakenBack':
      return reduceRedo(state, action, registries)
    case 'plugins/stateRewound':
      return reduceRewind(state, action, registries)
    default:
      return state
  }
}

function traced(state: RuntimeState, entry: TraceDraft, origin: Origin, registries: Registries): RuntimeState {
  const { meta, ...weighed } = origin
  const record = { ...entry, causeSeq: meta.causeSeq, at: meta.timestamp }
  return { ...state, trace: appendTrace(state.trace, record, { bounds: registries, ...weighed }) }
}

/** Enters a record of an action that may have overwritten something, with what takes that back. */
function overwriting(
  before: RuntimeState,
  after: RuntimeState,
  { entry, meta }: { readonly entry: TraceDraft; readonly meta: HostActionMeta },
  registries: Registries,
): RuntimeState {
  const inverse = inverseOfOverwrite(before, after)
  // A state that was replaced by an equal one says so: without patches it would count as unknown.
  const isSaid = inverse.length > 0 || entry.kind === 'state'
  return traced(after, isSaid ? { ...entry, inverse } : entry, { meta }, registries)
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

function denyIntent(
  state: RuntimeState,
  denial: IntentDenied,
  origin: Required<Origin>,
  registries: Registries,
): RuntimeState {
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
