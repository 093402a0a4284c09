import type {
  DispatchIntent,
  DispatchReason,
  RejectedIntent,
  RuntimeIdentity,
  StampedIntent,
} from '@plugboard/contracts'
import type { PluginSlice } from '@plugboard/store-core'

import type { CommandRunner } from './commandRunner.ts'
import type { InvokeRequest } from './invocation.ts'
import type { ReplayResult } from './pluginHost.ts'
import type { StoreLink } from './storeLink.ts'

export interface IntentDispatcherOptions {
  readonly slice: PluginSlice
  readonly link: StoreLink
  readonly commands: CommandRunner
  readonly now: () => number
  readonly createDispatchId: () => string
}

/** Brings intents to the store: identity checked, refused at once where the store would refuse them, recorded once. */
export class IntentDispatcher {
  readonly #options: IntentDispatcherOptions

  constructor(options: IntentDispatcherOptions) {
    this.#options = options
  }

  /** What one event of an instance asked for, in the order in which its handler said it. */
  dispatchAll(
    identity: RuntimeIdentity,
    { intents, rejected }: { readonly intents: readonly StampedIntent[]; readonly rejected: readonly RejectedIntent[] },
    causeSeq: number,
  ): void {
    const refusals = new Map(rejected.map(({ index, reason }) => [index, reason]))
    const waiting = [...intents]
    for (let index = 0; waiting.length > 0 || refusals.size > 0; index += 1) {
      const reason = refusals.get(index)
      refusals.delete(index)
      const intent = reason === undefined ? waiting.shift() : undefined
      if (intent !== undefined) this.dispatch(identity, intent, causeSeq)
      else if (reason !== undefined) this.deny({ identity, intent: null, reason, causeSeq })
      else break
    }
    // Positions with a gap before them: a runtime that counts otherwise still gets its refusals recorded.
    for (const reason of refusals.values()) this.deny({ identity, intent: null, reason, causeSeq })
  }

  dispatch(identity: RuntimeIdentity, intent: StampedIntent, causeSeq: number): ReplayResult {
    const { commands, link, now, slice } = this.#options
    // The runtime stamped it; whom it was asked for is known here. Anybody else's name on it is a forgery.
    if (intent.instanceId !== identity.instanceId || intent.packageId !== identity.packageId) {
      return this.deny({ identity, intent, reason: 'forged-identity', causeSeq })
    }
    const verdict = slice.authorize(link.state, intent)
    const command =
      verdict.outcome === 'allowed' && intent.scope === 'system' ? commands.prepare(identity, intent) : null
    if (command?.reason !== undefined) return this.deny({ identity, intent, reason: command.reason, causeSeq })
    const dispatchId = this.#options.createDispatchId()
    const seq = link.dispatch(slice.prepareIntent(link.state, intent, { causeSeq, dispatchId, timestamp: now() }))
    const result = this.#resultOf(seq, dispatchId)
    if (command !== null && result.outcome === 'applied') command.run(seq)
    return result
  }

  /** Records a refusal that was decided here. */
  deny(denial: {
    readonly identity: RuntimeIdentity
    /** Null when what came was no intent at all. */
    readonly intent: DispatchIntent | StampedIntent | null
    readonly reason: DispatchReason
    readonly causeSeq: number | null
  }): ReplayResult {
    const { createDispatchId, link, now, slice } = this.#options
    const { causeSeq, identity, intent, reason } = denial
    const dispatchId = createDispatchId()
    const seq = link.dispatch(
      slice.actions.intentDenied(
        {
          identity: { instanceId: identity.instanceId, packageId: identity.packageId },
          dispatchId,
          intent: intent === null ? null : bare(intent),
          reason,
          ...(intent !== null && 'source' in intent ? { source: intent.source } : {}),
        },
        { causeSeq, timestamp: now() },
      ),
    )
    return this.#resultOf(seq, dispatchId, reason)
  }

  #resultOf(seq: number, dispatchId: string, reason?: DispatchReason): ReplayResult {
    const { link, slice } = this.#options
    const record = slice.selectors.selectTraceRecord(link.state, seq)
    if (record?.kind === 'dispatch' && record.dispatchId === dispatchId) {
      return { outcome: record.outcome, ...(record.reason === undefined ? {} : { reason: record.reason }) }
    }
    // A middleware of the application swallowed the action, so nothing happened.
    return { outcome: 'ignored', reason: reason ?? 'no-change' }
  }
}

/** The intent of a call that never reached the plugin, for the record of its refusal. */
export function intentOfCall(call: { readonly handler: string } | InvokeRequest): DispatchIntent {
  const name = 'handler' in call ? `event/${call.handler}` : `${call.surface}/${call.name}`
  return { scope: 'plugin', actionType: name }
}

/** An intent with the identity under which it acts. */
export function stamp(
  intent: DispatchIntent,
  { instanceId, packageId, source }: RuntimeIdentity & { readonly source: StampedIntent['source'] },
): StampedIntent {
  return { ...bare(intent), instanceId, packageId, ...(source === undefined ? {} : { source }) }
}

function bare(intent: DispatchIntent): DispatchIntent {
  const payload = intent.payload === undefined ? {} : { payload: intent.payload }
  switch (intent.scope) {
    case 'plugin':
      return { scope: 'plugin', actionType: intent.actionType, ...payload }
    case 'shared':
      return { scope: 'shared', domain: intent.domain, actionType: intent.actionType, ...payload }
    case 'system':
      return { scope: 'system', command: intent.command, ...payload }
  }
}
