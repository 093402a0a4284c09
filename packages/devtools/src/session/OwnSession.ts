import type {
  CapabilityGrants,
  InstanceId,
  JsonValue,
  PluginGlobalView,
  PluginRuntime,
  RuntimeState,
  WidgetSource,
} from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'

import { ConsoleModel } from '../console/consoleModel.ts'
import { LastWriters } from '../domains/lastWriters.ts'
import { UsageHistory } from '../inspector/usageHistory.ts'
import type { DevtoolsMessages } from '../messages/index.ts'
import { TimelineModel } from '../timeline/timelineModel.ts'
import { TimeTravel } from '../travel/TimeTravel.ts'
import type { OpenSourceRequest } from './createDevtools.ts'
import {
  type ConsoleFilter,
  type DevtoolsPanel,
  type DevtoolsState,
  EVERY_RECORD,
  FIRST_LOOK,
  type InspectorTab,
  type TimelineFilter,
} from './devtoolsState.ts'
import type { DevtoolsSession, EventChoice } from './devtoolsSession.ts'
import { type DevtoolsStore, RuntimeReader } from './devtoolsStore.ts'

export interface OwnSessionOptions {
  readonly host: PluginHost<string>
  readonly store: DevtoolsStore<string>
  readonly messages: DevtoolsMessages
  readonly agreedGrants: ((instanceId: InstanceId) => CapabilityGrants | undefined) | undefined
  readonly onInspect: ((instanceId: InstanceId) => void) | undefined
  readonly onOpenSource: ((request: OpenSourceRequest) => void) | undefined
  readonly createPastRuntime?: (() => PluginRuntime) | undefined
  readonly initialState: Partial<DevtoolsState> | undefined
}

/** The session with the models that the parts draw. */
export class OwnSession implements DevtoolsSession {
  readonly host: PluginHost<string>
  readonly runtime: RuntimeReader
  readonly messages: DevtoolsMessages
  readonly agreedGrants: ((instanceId: InstanceId) => CapabilityGrants | undefined) | undefined
  readonly onOpenSource: ((request: OpenSourceRequest) => void) | undefined
  readonly timeline: TimelineModel
  readonly console: ConsoleModel
  readonly usage: UsageHistory
  readonly writers: LastWriters
  readonly travel: TimeTravel
  readonly #listeners = new Set<() => void>()
  readonly #onInspect: ((instanceId: InstanceId) => void) | undefined
  #state: DevtoolsState
  /** What was chosen when the look back began; null while one is live. */
  #chosenBefore: { readonly seq: number | null } | null = null
  #stopCollecting: (() => void) | null = null

  constructor({
    agreedGrants,
    createPastRuntime,
    host,
    initialState,
    messages,
    onInspect,
    onOpenSource,
    store,
  }: OwnSessionOptions) {
    this.host = host
    this.runtime = new RuntimeReader(host, store)
    this.messages = messages
    this.agreedGrants = agreedGrants
    this.onOpenSource = onOpenSource
    this.#onInspect = onInspect
    this.#state = { ...FIRST_LOOK, ...initialState }
    const feed = { host, runtime: this.runtime }
    this.timeline = new TimelineModel(feed)
    this.console = new ConsoleModel(feed)
    this.usage = new UsageHistory(feed)
    this.writers = new LastWriters(feed)
    this.travel = new TimeTravel({
      ...feed,
      createPastRuntime,
      onStop: (seq) => {
        this.#chosenBefore ??= { seq: this.#state.selectedSeq }
        this.#set({ selectedSeq: seq })
      },
      // Back where one was: what was passed on the way was not chosen.
      onLive: () => {
        this.#set({ selectedSeq: this.#chosenBefore?.seq ?? null })
        this.#chosenBefore = null
      },
    })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    this.#collect()
    return () => {
      this.#listeners.delete(listener)
      this.#collect()
    }
  }

  readonly getSnapshot = (): DevtoolsState => this.#state

  /** What is shown: the host's state, or that of the past that is looked at. */
  get shownState(): RuntimeState {
    const travel = this.travel.getSnapshot()
    return travel.isLive ? this.runtime.state : travel.state
  }

  /** Where what is shown is drawn from. */
  get shownSource(): WidgetSource {
    return this.travel.past?.source ?? this.host
  }

  /** What an instance sees, or saw. By selectors of their own: the live ones would forget what live widgets were drawn of. */
  selectGlobalView(instanceId: InstanceId): PluginGlobalView | undefined {
    const { past } = this.travel
    if (past === null) return this.host.selectors.selectPluginGlobalView(this.runtime.root, instanceId)
    return past.selectors.selectPluginGlobalView(this.shownState, instanceId) ?? undefined
  }

  /** The value of a domain, now or then. */
  selectDomainValue(domain: string): JsonValue | undefined {
    const { past } = this.travel
    if (past === null) return this.host.selectors.selectDomainValue(this.runtime.root, domain)
    return past.selectors.selectDomainValue(this.shownState, domain)
  }

  selectInstance(instanceId: InstanceId | null): void {
    this.#set({ selectedInstanceId: instanceId })
  }

  /** Chooses an instance that a person asked to look at, and has the application show the inspector. */
  inspect(instanceId: InstanceId, tab: InspectorTab = this.#state.tab): void {
    this.#set({ selectedInstanceId: instanceId, tab })
    this.#onInspect?.(instanceId)
  }

  selectEvent(event: EventChoice | null): void {
    if (event === null) this.#set({ selectedSeq: null })
    else {
      const { instanceId, seq } = event
      // One selection drives everything: in the past, a record that is chosen is the one that is gone to.
      if (!this.travel.getSnapshot().isLive) this.travel.goTo(seq)
      const isThere = instanceId !== undefined && Object.hasOwn(this.runtime.state.instances, instanceId)
      this.#set({ selectedSeq: seq, ...(isThere ? { selectedInstanceId: instanceId } : {}) })
    }
  }

  revealEvent(event: EventChoice): void {
    this.#set({
      isOpen: true,
      panel: 'timeline',
      timeline: { ...EVERY_RECORD, clearedSeq: Math.min(this.#state.timeline.clearedSeq, event.seq - 1) },
    })
    this.selectEvent(event)
  }

  selectDomain(domain: string | null): void {
    this.#set({ selectedDomain: domain })
  }

  showPanel(panel: DevtoolsPanel): void {
    this.#set({ panel })
  }

  showTab(tab: InspectorTab): void {
    this.#set({ tab })
  }

  filterTimeline(filter: Partial<TimelineFilter>): void {
    this.#set({ timeline: { ...this.#state.timeline, ...filter } })
  }

  filterConsole(filter: Partial<ConsoleFilter>): void {
    this.#set({ console: { ...this.#state.console, ...filter } })
  }

  clearTimeline(): void {
    const clearedSeq = this.runtime.state.trace.at(-1)?.seq ?? 0
    this.#set({ timeline: { ...this.#state.timeline, clearedSeq }, selectedSeq: null })
  }

  restoreTimeline(): void {
    this.#set({ timeline: { ...this.#state.timeline, clearedSeq: 0 } })
  }

  clearConsole(): void {
    this.console.clear()
  }

  open(): void {
    this.#set({ isOpen: true })
  }

  close(): void {
    this.#set({ isOpen: false })
  }

  restore(state: Partial<DevtoolsState>): void {
    this.#set(state)
  }

  #set(change: Partial<DevtoolsState>): void {
    const next = { ...this.#state, ...change }
    const keys = Object.keys(next) as (keyof DevtoolsState)[]
    if (keys.every((key) => Object.is(next[key], this.#state[key]))) return
    this.#state = next
    this.#collect()
    for (const listener of this.#listeners) listener()
  }

  // What plugins log is told once: whoever opens the panel of the console later wants to read it then.
  #collect(): void {
    const isWanted = this.#state.isOpen && this.#listeners.size > 0
    if (isWanted) this.#stopCollecting ??= this.console.subscribe(() => undefined)
    else {
      this.#stopCollecting?.()
      this.#stopCollecting = null
    }
  }
}
