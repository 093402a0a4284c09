import {
  isCapabilityName,
  isPlainObject,
  parseInstanceId,
  type InstanceId,
  type JsonValue,
  type RuntimeHealth,
  type RuntimeIdentity,
  type RuntimeState,
  type SystemCommandTarget,
} from '@plugboard/contracts'

/** What a payload was read as, or where it is wrong: the path becomes `invalid-payload:<path>`. */
export type ParsedPayload<P> =
  | { readonly ok: true; readonly payload: P }
  | { readonly ok: false; readonly path: string }

/** What a system command may do to the host. */
export interface SystemCommandHost {
  readonly restart: (instanceId: InstanceId) => Promise<void>
  readonly setEnabled: (instanceId: InstanceId, enabled: boolean) => void
  readonly readState: () => RuntimeState
  readonly readHealth: () => Promise<RuntimeHealth>
  /** Hands a report to the host's `diagnostics` listeners. */
  readonly report: (report: JsonValue) => void
}

export interface SystemCommandContext {
  /** Who asked. */
  readonly caller: RuntimeIdentity
  /** Whom it is about: the caller, unless the host lets this caller name another instance. */
  readonly target: InstanceId
  readonly host: SystemCommandHost
}

/** A command that plugins may be granted. It runs after the other intents of the same event. */
export interface SystemCommandDefinition<P = JsonValue> {
  /** Lower-case letters, digits and dashes, 1 to 64 characters. */
  readonly name: string
  /** Reads what the plugin sent. Pure; anything may come. */
  readonly parsePayload: (payload: JsonValue | undefined) => ParsedPayload<P>
  /** Which instance the payload names; absent or undefined: the caller. */
  readonly targetOf?: (payload: P) => InstanceId | undefined
  readonly run: (payload: P, context: SystemCommandContext) => void | Promise<void>
}

/** Whether `caller` may aim `command` at an instance other than itself. */
export type CommandTargetPolicy = (request: {
  readonly caller: RuntimeIdentity
  readonly command: string
  readonly target: InstanceId
}) => boolean

/**
 * Describes a system command, for a host's `systemCommands`. Naming it there only makes it grantable.
 *
 * @throws `TypeError` when the name is not legal.
 *
 * @example
 * const ping = defineSystemCommand({
 *   name: 'ping',
 *   parsePayload: () => ({ ok: true, payload: null }),
 *   run: (_payload, { caller, host }) => host.report({ pingFrom: caller.instanceId }),
 * })
 */
export function defineSystemCommand<P>(definition: SystemCommandDefinition<P>): SystemCommandDefinition {
  if (!isCapabilityName(definition.name)) {
    throw new TypeError(
      `"${String(definition.name).slice(0, 80)}" cannot name a system command: use 1 to 64 lower-case letters, digits and "-", starting with a letter.`,
    )
  }
  // Sound because `run` and `targetOf` get only what `parsePayload` of the same definition returned.
  return Object.freeze({ ...definition }) as unknown as SystemCommandDefinition
}

/** Reads the payload of the shipped commands: nothing, `{}`, or `{ instanceId }`, and no other key. */
export function parseCommandTarget(payload: JsonValue | undefined): ParsedPayload<SystemCommandTarget> {
  if (payload === undefined || payload === null) return { ok: true, payload: {} }
  if (!isPlainObject(payload)) return { ok: false, path: 'payload' }
  const unknown = Object.keys(payload).find((key) => key !== 'instanceId')
  if (unknown !== undefined) return { ok: false, path: `payload.${unknown.slice(0, 64)}` }
  const { instanceId } = payload
  if (instanceId === undefined) return { ok: true, payload: {} }
  if (typeof instanceId !== 'string' || parseInstanceId(instanceId) === null) {
    return { ok: false, path: 'payload.instanceId' }
  }
  return { ok: true, payload: { instanceId } }
}
