import type {
  CapabilityGrants,
  DispatchIntent,
  DispatchOutcome,
  DispatchReason,
  DomainName,
  HookDecision,
  InstanceId,
  JsonValue,
  LogLine,
  NodeOf,
  PluginSurface,
  RuntimeErrorShape,
  ServiceAnswer,
  SourcePosition,
  TraceRecord,
  UIEvent,
  UIIssue,
  UINode,
  UINodeKind,
} from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'

import type { FakeClock } from './fakeClock.ts'
import type { NameMatch } from './nameMatch.ts'
import type { LookOptions } from './nodeQueries.ts'

/** Something that the plugin asked for, and what became of it. */
export type TracedIntent = DispatchIntent & {
  readonly outcome: DispatchOutcome
  /** Why it was not applied. */
  readonly reason?: DispatchReason
  /** Where the plugin asked for it, in the author's own lines. */
  readonly source?: SourcePosition
}

/** What a tool, a hook or a service answers. */
export type InvokedValue<S extends PluginSurface> = S extends 'hook'
  ? HookDecision
  : S extends 'service'
    ? ServiceAnswer
    : JsonValue

/**
 * A plugin in a real VM, behind a real host, in front of somebody who uses it.
 *
 * What a person does resolves when all that follows from it has happened, and rejects when something of it failed. A
 * refusal by the host is no failure: it is in `denials`. Things are found by what they are called; a text is the whole name, a
 * pattern a part of it.
 *
 * @throws PluginTestError from everything that is asked of it, with a code.
 */
export interface MountedPlugin extends AsyncDisposable {
  /** Presses a button, an item of a list, a row, a tab, an option, a title that folds, or the answer to a question. */
  press(target: NameMatch | UINode, options?: LookOptions): Promise<void>
  /** Puts a text into an input or a textarea, in place of what it holds, and leaves it. */
  type(label: NameMatch, text: string, options?: LookOptions): Promise<void>
  /** Chooses by value or label in a select, a radio or tabs; a list where several can be chosen. */
  select(label: NameMatch, choice: string | readonly string[], options?: LookOptions): Promise<void>
  /** Ticks a checkbox, or puts a switch on. */
  check(label: NameMatch, options?: LookOptions): Promise<void>
  /** Takes a tick away, or puts a switch off. */
  uncheck(label: NameMatch, options?: LookOptions): Promise<void>
  /** Sends the only form, or that of a name, when its fields hold what they have to. */
  submit(form?: NameMatch, options?: LookOptions): Promise<void>
  /** Closes the open dialog, or takes an alert away. */
  close(name?: NameMatch): Promise<void>
  /** Presses the header of a column. */
  sort(column: NameMatch, options?: LookOptions): Promise<void>
  /** Sends an event to a handler: for what no person here can do, as the events of a component of the host's own. */
  emit(handler: string, event: UIEvent): Promise<void>

  /** The nodes of a kind, or those of a name, in reading order. Nothing in a closed dialog is there. */
  getAll<K extends UINodeKind>(kind: K, name?: NameMatch, options?: LookOptions): readonly NodeOf<K>[]
  /** The one node of a kind and a name. @throws PluginTestError `NOT_FOUND`, `AMBIGUOUS`. */
  get<K extends UINodeKind>(kind: K, name?: NameMatch, options?: LookOptions): NodeOf<K>
  /** The first node of a kind and a name; undefined where there is none. */
  find<K extends UINodeKind>(kind: K, name?: NameMatch, options?: LookOptions): NodeOf<K> | undefined
  /** The widget as a terminal shows it, in 80 columns. */
  text(): string

  /** The last good tree; null before there was one. */
  readonly tree: UINode | null
  /** What the host found wrong with that tree. */
  readonly issues: readonly UIIssue[]
  /** What stands beside the tree; null when all is well. */
  readonly error: RuntimeErrorShape | null
  /** The plugin's own state, as the host keeps it. */
  readonly state: JsonValue
  /** The shared domains, as the plugin sees them: what it may not read is not there. */
  readonly shared: Readonly<Record<DomainName, JsonValue>>
  /** What the plugin asked for since it was mounted, oldest first. */
  readonly intents: readonly TracedIntent[]
  /** Those of them that the host refused. */
  readonly denials: readonly TracedIntent[]
  /** All that the host recorded, oldest first. */
  readonly trace: readonly TraceRecord[]
  /** What the plugin logged, oldest first. */
  readonly logs: readonly LogLine[]
  readonly clock: FakeClock
  readonly instanceId: InstanceId
  /** The host around it, for what is not here. Await `settled()` after using it. */
  readonly host: PluginHost

  /**
   * Asks something of a tool, a hook or a service, as an application does.
   *
   * @throws PluginTestError `PLUGIN_FAILED` when it has none of that name, threw, or answered no such value; `UNAVAILABLE`.
   */
  invoke<S extends PluginSurface>(surface: S, name: string, input?: JsonValue): Promise<InvokedValue<S>>
  /** Shows another value in a domain of `shared`. */
  share(domain: DomainName, value: JsonValue): Promise<void>
  /** Writes to a shared domain as another plugin would that may. */
  dispatchShared(domain: DomainName, actionType: string, payload?: JsonValue): Promise<void>
  /** The value of a domain, whole, as the host keeps it. */
  domain(name: DomainName): JsonValue | undefined
  /** Replaces what the plugin may do. A list that is left out is empty. */
  setGrants(grants: Partial<CapabilityGrants>): Promise<void>
  /** Pauses or resumes the plugin. */
  setEnabled(isEnabled: boolean): Promise<void>
  /** Starts the plugin again in a fresh VM, with its state: what it keeps outside of that is gone. */
  restart(): Promise<void>
  /** Resolves when nothing is under way. What a person does waits by itself. */
  settled(): Promise<void>
  /** Ends the plugin, its host and its VM. Idempotent. */
  dispose(): Promise<void>
}
