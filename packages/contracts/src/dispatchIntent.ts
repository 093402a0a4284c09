import type { DomainName } from './capabilityGrants.ts'
import type { RuntimeIdentity } from './identity.ts'
import type { JsonValue } from './json.ts'

/** Asks for a change of the instance's own state. */
export interface PluginIntent {
  readonly scope: 'plugin'
  readonly actionType: string
  readonly payload?: JsonValue
}

/** Asks for a change of a shared domain. */
export interface SharedIntent {
  readonly scope: 'shared'
  readonly domain: DomainName
  readonly actionType: string
  readonly payload?: JsonValue
}

/** Asks the host to run one of its allow-listed commands. */
export interface SystemIntent {
  readonly scope: 'system'
  readonly command: string
  readonly payload?: JsonValue
}

/** What a handler says it wants. Data only: nothing has happened yet. */
export type DispatchIntent = PluginIntent | SharedIntent | SystemIntent

/** Said by the guest's stack: for display only, decides nothing. Lines and columns count from 1. */
export interface SourcePosition {
  readonly line: number
  readonly column: number
}

/** An intent with the identity that the host's side of the wire stamped on it. A guest's own claim is dropped and traced. */
export type StampedIntent = DispatchIntent & RuntimeIdentity & { readonly source?: SourcePosition }

/** Longest action type or command, in characters. */
export const ACTION_TYPE_LENGTH = 128

/** Largest payload of one intent, in UTF-16 code units of its JSON text: half of what a view may weigh. */
export const PAYLOAD_SIZE: number = 512 * 1024
