import {
  isPlainObject,
  type DispatchIntent,
  type PluginActionEnvelope,
  type PluginIntent,
  type RuntimeIdentity,
  type SharedIntent,
  type SourcePosition,
  type StampedIntent,
  type SystemIntent,
} from '@plugboard/contracts'

/** An envelope as any Redux store takes it. */
export type PluginAction = PluginActionEnvelope & { readonly [key: string]: unknown }

/** When, under which id, and because of which trace record (0: none) an intent is dispatched. Reducers have no clock. */
export interface DispatchStamp {
  readonly dispatchId: string
  readonly causeSeq: number
  readonly timestamp: number
}

/** One kind of intent, stamped. */
export type Stamped<I extends DispatchIntent> = I & RuntimeIdentity & { readonly source?: SourcePosition }

const LOCAL = 'plugin.local/'
const SYSTEM = 'plugin.system/'

/** An instance acted on its own state. Type: `plugin.local/<action type>`. */
export function pluginActionDispatched(intent: Stamped<PluginIntent>, stamp: DispatchStamp): PluginAction {
  return envelope(LOCAL + intent.actionType, intent, stamp)
}

/** An instance acted on a shared domain. Type: `plugin.shared.<domain>/<action type>`. */
export function sharedActionDispatched(intent: Stamped<SharedIntent>, stamp: DispatchStamp): PluginAction {
  return envelope(sharedPrefix(intent.domain) + intent.actionType, intent, stamp)
}

/** An instance asked for a system command. Type: `plugin.system/<command>`. */
export function systemCommandDispatched(intent: Stamped<SystemIntent>, stamp: DispatchStamp): PluginAction {
  return envelope(SYSTEM + intent.command, intent, stamp)
}

/** The envelope of any stamped intent. */
export function envelopeOf(intent: StampedIntent, stamp: DispatchStamp): PluginAction {
  switch (intent.scope) {
    case 'plugin':
      return pluginActionDispatched(intent, stamp)
    case 'shared':
      return sharedActionDispatched(intent, stamp)
    case 'system':
      return systemCommandDispatched(intent, stamp)
  }
}

/**
 * Whether an action is an instance's action with all that an envelope owes: who, under which dispatch, in which scope,
 * caused by what, when. An action whose `type` and `meta` disagree is none.
 */
export function isPluginActionEnvelope(action: unknown): action is PluginActionEnvelope {
  if (!isPlainObject(action) || typeof action['type'] !== 'string' || !isPlainObject(action['meta'])) return false
  const meta = action['meta']
  if (!isFilled(meta['dispatchId']) || !isFilled(meta['instanceId']) || !isFilled(meta['packageId'])) return false
  if (!Number.isSafeInteger(meta['causeSeq']) || Number(meta['causeSeq']) < 0) return false
  if (!Number.isFinite(meta['timestamp'])) return false
  switch (meta['scope']) {
    case 'plugin':
      return meta['domain'] === undefined && action['type'].startsWith(LOCAL)
    case 'shared':
      return typeof meta['domain'] === 'string' && action['type'].startsWith(sharedPrefix(meta['domain']))
    case 'system':
      return meta['domain'] === undefined && action['type'].startsWith(SYSTEM)
    default:
      return false
  }
}

/** The intent that an envelope carries. Scope and domain come from `meta`; `type` only adds the name. */
export function intentOf({ meta, payload, type }: PluginActionEnvelope): DispatchIntent {
  const carried = payload === undefined ? {} : { payload }
  switch (meta.scope) {
    case 'plugin':
      return { scope: 'plugin', actionType: type.slice(LOCAL.length), ...carried }
    case 'shared': {
      const domain = meta.domain ?? ''
      return { scope: 'shared', domain, actionType: type.slice(sharedPrefix(domain).length), ...carried }
    }
    case 'system':
      return { scope: 'system', command: type.slice(SYSTEM.length), ...carried }
  }
}

function envelope(type: string, intent: StampedIntent, stamp: DispatchStamp): PluginAction {
  return {
    type,
    payload: intent.payload,
    meta: {
      dispatchId: stamp.dispatchId,
      instanceId: intent.instanceId,
      packageId: intent.packageId,
      scope: intent.scope,
      ...(intent.scope === 'shared' ? { domain: intent.domain } : {}),
      causeSeq: stamp.causeSeq,
      timestamp: stamp.timestamp,
      ...(intent.source === undefined ? {} : { source: intent.source }),
    },
  }
}

function sharedPrefix(domain: string): string {
  return `plugin.shared.${domain}/`
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0
}
