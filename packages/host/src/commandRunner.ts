import {
  parseInstanceId,
  type DispatchReason,
  type InstanceId,
  type RuntimeIdentity,
  type SystemIntent,
} from '@plugboard/contracts'

import type { CommandTargetPolicy, ParsedPayload, SystemCommandDefinition, SystemCommandHost } from './systemCommand.ts'

/** A command that may not run, and why; or one that may. */
export type PreparedCommand =
  | { readonly reason: DispatchReason }
  | { readonly reason?: undefined; readonly run: (causeSeq: number) => void }

export interface CommandRunnerOptions {
  readonly commands: readonly SystemCommandDefinition[]
  readonly mayTarget: CommandTargetPolicy
  readonly isAlive: (instanceId: InstanceId) => boolean
  /** The host as a command sees it, with the number of the dispatch that runs it as the cause of what it does. */
  readonly hostFor: (caller: RuntimeIdentity, causeSeq: number) => SystemCommandHost
  readonly onFault: (cause: unknown, instanceId: InstanceId) => void
}

/** The host's allow-list of system commands: reads payloads, decides targets, runs. */
export class CommandRunner {
  readonly #options: CommandRunnerOptions
  readonly #commands: ReadonlyMap<string, SystemCommandDefinition>

  constructor(options: CommandRunnerOptions) {
    this.#options = options
    this.#commands = new Map(options.commands.map((command) => [command.name, command]))
  }

  get names(): readonly string[] {
    return [...this.#commands.keys()]
  }

  /** Reads a granted command's payload and decides its target. Null when there is no such command. */
  prepare(caller: RuntimeIdentity, intent: SystemIntent): PreparedCommand | null {
    const command = this.#commands.get(intent.command)
    if (command === undefined) return null
    const parsed = parse(command, intent)
    if (!parsed.ok) return { reason: `invalid-payload:${parsed.path}` }
    const target = command.targetOf?.(parsed.payload) ?? caller.instanceId
    // Whether another instance exists is not the caller's to learn: first comes whether it may aim at others at all.
    if (target !== caller.instanceId) {
      if (!this.#options.mayTarget({ caller, command: command.name, target })) {
        return { reason: `system-command-not-granted:${command.name}` }
      }
      if (parseInstanceId(target) === null || !this.#options.isAlive(target)) return { reason: 'unknown-instance' }
    }
    return { run: (causeSeq) => this.#run(command, { caller, target, payload: parsed.payload, causeSeq }) }
  }

  #run(command: SystemCommandDefinition, call: Pick<RunOptions, 'caller' | 'target' | 'payload' | 'causeSeq'>): void {
    const { hostFor, onFault } = this.#options
    const { caller, causeSeq, payload, target } = call
    // In a turn of its own: the other intents of the same event come first, and what it throws harms no dispatch.
    void Promise.resolve()
      .then(() => command.run(payload, { caller, target, host: hostFor(caller, causeSeq) }))
      .catch((cause: unknown) => onFault(cause, target))
  }
}

interface RunOptions {
  readonly caller: RuntimeIdentity
  readonly target: InstanceId
  readonly payload: Parameters<SystemCommandDefinition['run']>[0]
  readonly causeSeq: number
}

// A definition is host code, but what it reads is not: whatever it throws on is a payload that does not fit.
function parse(command: SystemCommandDefinition, intent: SystemIntent): ParsedPayload<RunOptions['payload']> {
  try {
    return command.parsePayload(intent.payload)
  } catch {
    return { ok: false, path: 'payload' }
  }
}
