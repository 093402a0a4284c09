import { isPlainObject, type PluginActionEnvelope } from '@plugboard/contracts'

import { isHostAction, isHostActionType, type HostAction } from './hostActions.ts'
import { isPluginActionEnvelope } from './pluginActionEnvelope.ts'
import { copyPlain } from './plainCopy.ts'

/** An action that is the slice's business, as plain data of its own: nothing that is done with it can throw or hang. */
export type ReadAction =
  | {
      readonly kind: 'envelope'
      readonly action: PluginActionEnvelope
      /** False when the payload could not be read; the action then carries none. */
      readonly isLegible: boolean
      readonly weight: number
    }
  | { readonly kind: 'host'; readonly action: HostAction; readonly weight: number }

/**
 * Reads an action once, before anything else looks at it: anybody may dispatch to a Redux store, and what they dispatch
 * may be cyclic, sparse, or full of getters and traps. Null when the action is none of the slice's.
 *
 * @throws whatever reading a host action throws; an envelope whose payload cannot be read is told as such.
 */
export function readAction(action: unknown): ReadAction | null {
  if (!isPlainObject(action)) return null
  const { type } = action
  if (typeof type !== 'string' || !type.startsWith('plugin')) return null
  if (isHostActionType(type)) {
    const { value, weight } = copyPlain({ type, meta: action['meta'], payload: action['payload'] })
    return isHostAction(value) ? { kind: 'host', action: value, weight } : null
  }
  const { value: meta, weight } = copyPlain(action['meta'])
  const head = { type, meta, payload: undefined }
  if (!isPluginActionEnvelope(head)) return null
  try {
    const payload = copyPlain(action['payload'])
    const whole = { ...head, payload: payload.value as PluginActionEnvelope['payload'] } // Judged as every payload is.
    return { kind: 'envelope', action: whole, isLegible: true, weight: weight + payload.weight }
  } catch {
    return { kind: 'envelope', action: head, isLegible: false, weight }
  }
}
