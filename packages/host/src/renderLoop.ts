import { digestJson, type PluginView, type RuntimeState } from '@plugboard/contracts'

import type { QueuedEvent } from './eventQueue.ts'
import type { InstanceSession } from './instanceSession.ts'
import { findRenderCauses } from './renderCause.ts'
import { WidgetChannel } from './widgetChannel.ts'

interface DueRender {
  readonly channel: WidgetChannel
  readonly view: PluginView
  readonly state: RuntimeState
}

/**
 * Keeps the leased widgets of one instance in step with its view: one render in flight, and at most one more to follow,
 * which takes the newest view; views in between are never drawn.
 */
export class RenderLoop {
  readonly #session: InstanceSession
  readonly #channels = new Map<string, WidgetChannel>()
  #isRunning = false
  /** Whether its view may change with any part of the state: it reads a domain that is computed from all of it. */
  followsEverything = false
  #wasEnabled = true
  #turns = 0

  constructor(session: InstanceSession) {
    this.#session = session
  }

  channel(widgetId: string): WidgetChannel {
    let channel = this.#channels.get(widgetId)
    if (channel === undefined) {
      const { events } = this.#session.context
      channel = new WidgetChannel(widgetId, (cause) => events.emit('fault', { cause }))
      this.#channels.set(widgetId, channel)
    }
    return channel
  }

  /** The intents of an event were applied: the next picture contains what was typed. */
  applyRevision({ event, widgetId }: QueuedEvent): void {
    if (event.type !== 'change' && event.type !== 'commit') return
    this.#channels.get(widgetId)?.applyRevision(event.name, event.rev)
  }

  /** Names of the widgets that somebody looks at. */
  get leased(): readonly string[] {
    return [...this.#channels.values()].filter(({ isLeased }) => isLeased).map(({ widgetId }) => widgetId)
  }

  /** Every widget is to be drawn again, whatever its view. */
  invalidate(): void {
    for (const channel of this.#channels.values()) channel.renderedView = null
  }

  /** Ends all pictures, and returns the widgets whose views are to be told. */
  close(): readonly WidgetChannel[] {
    const channels = [...this.#channels.values()]
    for (const channel of channels) channel.close()
    this.#channels.clear()
    return channels
  }

  settle(state: RuntimeState): readonly WidgetChannel[] {
    const { context, instanceId } = this.#session
    const instance = context.slice.selectors.selectInstance(state, instanceId)
    if (instance === undefined || this.#session.isGone) return []
    // What changed meanwhile was not drawn, and a plugin may show that it is back.
    if (instance.enabled && !this.#wasEnabled) this.invalidate()
    this.#wasEnabled = instance.enabled
    const leased = [...this.#channels.values()].filter(({ isLeased }) => isLeased)
    if (leased.length === 0) return []
    const view = context.slice.selectors.selectPluginView(state, instanceId)
    this.followsEverything = view !== null && this.#followsEverything(view)
    // While a render runs it is not known whether the revisions since will change anything.
    if (!this.#isRunning) for (const channel of leased) if (channel.renderedView === view) channel.acknowledge()
    const grants = context.slice.selectors.selectGrants(state, instanceId)
    const changed = leased.filter((channel) => channel.update(instance, grants))
    if (this.#next() !== null) this.#start()
    return changed
  }

  #followsEverything({ globalState }: PluginView): boolean {
    return this.#session.context.derivedDomains.some((name) => name in globalState.shared)
  }

  #start(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    void this.#run().catch((cause: unknown) => {
      const { context, instanceId } = this.#session
      context.events.emit('fault', { instanceId, cause })
    })
  }

  async #run(): Promise<void> {
    try {
      for (let due = this.#next(); due !== null; due = this.#next()) {
        // One at a time: whatever changes meanwhile is drawn once, by the render that follows.
        await this.#render(due)
      }
    } finally {
      this.#isRunning = false
      this.#session.context.scheduler.request(this.#session.instanceId)
    }
  }

  /** The leased widget that is behind its view and was drawn longest ago. */
  #next(): DueRender | null {
    const { context, instanceId, record } = this.#session
    if (record?.status !== 'ready') return null
    const { state } = context.link
    const view = context.slice.selectors.selectPluginView(state, instanceId)
    if (view === null) return null
    let next: WidgetChannel | null = null
    for (const channel of this.#channels.values()) {
      if (!channel.isLeased || channel.renderedView === view) continue
      // A paused instance keeps its last picture; one that came back paused has none yet.
      if (!record.enabled && channel.snapshot.tree !== null) continue
      if (next === null || channel.turn < next.turn) next = channel
    }
    return next === null ? null : { channel: next, view, state }
  }

  async #render({ channel, state, view }: DueRender): Promise<void> {
    const session = this.#session
    const { link, now, scheduler, slice } = session.context
    const { instanceId, record, vm } = session
    const { generation } = vm
    const { applied, widgetId } = channel
    const { causeSeq, otherCauses } = findRenderCauses({
      instanceId,
      view,
      followsEverything: this.#followsEverything(view),
      trace: state.trace,
      afterSeq: channel.drawnSeq,
    })
    const askedSeq = slice.selectors.selectLastSeq(state)
    channel.renderedView = view
    channel.turn = this.#turns += 1
    let result
    try {
      result = await vm.call({ kind: 'render', widgetId, view })
    } catch (thrown) {
      // The VM was thrown away under it: nobody waits for that picture.
      if (generation !== vm.generation) return
      if (session.health.isBlameless(thrown, generation)) channel.renderedView = null
      else {
        channel.isFailed = true
        session.health.fail(thrown, { causeSeq, generation })
      }
      return
    }
    // An answer of an earlier VM, or one made with grants that were changed meanwhile, is not shown.
    if (generation !== vm.generation) return
    if (slice.selectors.selectGrants(link.state, instanceId) !== view.grants) return
    const { issues, tree, usage } = result
    link.dispatch(
      slice.actions.traceRecorded(
        {
          kind: 'render',
          instanceId,
          widgetId,
          treeDigest: digestJson(tree),
          usage,
          issues: issues.length,
          ...(otherCauses === undefined ? {} : { otherCauses }),
        },
        { causeSeq, timestamp: now() },
      ),
    )
    channel.accept(result, applied)
    channel.drawnSeq = askedSeq
    session.health.succeed(record?.error)
    scheduler.request(instanceId)
  }
}
