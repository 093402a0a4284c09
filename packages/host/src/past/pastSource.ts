import {
  toErrorShape,
  type InstanceId,
  type WidgetLease,
  type WidgetSnapshot,
  type WidgetSource,
} from '@plugboard/contracts'
import type { PastReading, PluginSelectors } from '@plugboard/store-core'

import type { CodeBook } from './codeBook.ts'
import { snapshotOf, stoppedSnapshot } from './pastNotes.ts'
import type { PastVms } from './pastVms.ts'
import { PastWidget, type PastAim } from './pastWidget.ts'

export interface PastSourceOptions {
  readonly vms: PastVms
  readonly codes: CodeBook
  /** That remember on their own: the present's answers stay where they are. */
  readonly selectors: PluginSelectors
  readonly read: () => { readonly past: PastReading; readonly now: Parameters<CodeBook['findAt']>[2] } | null
  readonly onFault: (cause: unknown) => void
}

interface PastInstance {
  readonly widgets: Map<string, PastWidget>
  isDrawing: boolean
}

/** Draws the widgets that somebody looks at, as they were; each instance with one render at a time. */
export class PastSource implements WidgetSource {
  readonly #options: PastSourceOptions
  readonly #instances = new Map<InstanceId, PastInstance>()

  constructor(options: PastSourceOptions) {
    this.#options = options
  }

  lease(instanceId: InstanceId, widgetId: string): WidgetLease {
    const instance: PastInstance = this.#instances.get(instanceId) ?? { widgets: new Map(), isDrawing: false }
    const widget = instance.widgets.get(widgetId) ?? new PastWidget(widgetId)
    this.#instances.set(instanceId, instance)
    instance.widgets.set(widgetId, widget)
    widget.leases += 1
    this.#aim(instanceId)
    let isHeld = true
    return {
      getSnapshot: () => widget.snapshot,
      subscribe: (listener) => widget.subscribe(listener),
      // What is past can be looked at; nothing that is pressed there has ever happened.
      emit: () => undefined,
      release: () => {
        if (!isHeld) return
        isHeld = false
        widget.leases -= 1
        if (widget.leases > 0) return
        instance.widgets.delete(widgetId)
        if (instance.widgets.size === 0 && !instance.isDrawing) this.#instances.delete(instanceId)
      },
    }
  }

  /** The position has changed: everything that is looked at is to be drawn for it. */
  refresh(): void {
    for (const instanceId of this.#instances.keys()) this.#aim(instanceId)
  }

  #aim(instanceId: InstanceId): void {
    const instance = this.#instances.get(instanceId)
    if (instance === undefined) return
    const aim = this.#aimOf(instanceId)
    for (const widget of instance.widgets.values()) widget.aim(aim)
    if (instance.isDrawing || aim.kind === 'show') return
    instance.isDrawing = true
    void this.#drawAll(instanceId, instance).catch(this.#options.onFault)
  }

  #aimOf(instanceId: InstanceId): PastAim {
    const { codes, read, selectors } = this.#options
    const position = read()
    if (position === null) return { kind: 'show', snapshot: snapshotOf('closed') }
    const { now, past } = position
    if (past.outcome === 'missing') return { kind: 'show', snapshot: snapshotOf('state-unknown') }
    const { state } = past
    const record = selectors.selectInstance(state, instanceId)
    const view = selectors.selectPluginView(state, instanceId)
    if (record === undefined || view === null) return { kind: 'show', snapshot: snapshotOf('not-there') }
    const { enabled, error, status } = record
    if (status === 'error' || status === 'quarantined')
      return { kind: 'show', snapshot: stoppedSnapshot(status, error) }
    const code = codes.findAt(instanceId, state, now)
    if (code === undefined) return { kind: 'show', snapshot: snapshotOf('code-unknown') }
    const { components } = view.grants
    return { kind: 'draw', code, view, enabled, ...(components === undefined ? {} : { components }) }
  }

  async #drawAll(instanceId: InstanceId, instance: PastInstance): Promise<void> {
    try {
      for (;;) {
        const widget = [...instance.widgets.values()].find(({ due }) => due !== null)
        if (widget === undefined) return
        // The newest aim of each: positions that were passed meanwhile are never drawn.
        await this.#draw(widget)
      }
    } finally {
      instance.isDrawing = false
      if (instance.widgets.size === 0) this.#instances.delete(instanceId)
    }
  }

  async #draw(widget: PastWidget): Promise<void> {
    const { due, widgetId } = widget
    if (due === null) return
    const { code, components, enabled, view } = due
    const { packageId } = view.globalState.self
    const own = { enabled, acknowledged: {}, ...(components === undefined ? {} : { components }) }
    let snapshot: WidgetSnapshot
    try {
      const result = await this.#options.vms.draw({ packageId, code, widgetId, view })
      if (result === null) return widget.settle(due, snapshotOf('closed'))
      snapshot = { ...own, status: 'ready', tree: result.tree, issues: result.issues, error: null }
    } catch (thrown) {
      snapshot = { ...own, status: 'error', tree: null, issues: [], error: toErrorShape(thrown) }
    }
    widget.settle(due, snapshot)
  }
}
