import type {
  CapabilityGrants,
  PluginView,
  RuntimeErrorShape,
  RuntimePluginInstance,
  UIIssue,
  UINode,
  Unsubscribe,
  WidgetSnapshot,
} from '@plugboard/contracts'

import { Listeners } from './listeners.ts'

type Acknowledged = Readonly<Record<string, number>>

const NOTHING_ACKNOWLEDGED: Acknowledged = Object.freeze(Object.create(null) as Record<string, number>)

const GONE: RuntimeErrorShape = Object.freeze({
  code: 'UNKNOWN_INSTANCE',
  message: 'There is no such instance: it was unloaded, or never loaded.',
})

/** What a view sees of an instance that is not there. */
export const GONE_SNAPSHOT: WidgetSnapshot = Object.freeze({
  status: 'error',
  enabled: false,
  tree: null,
  issues: Object.freeze([]),
  error: GONE,
  acknowledged: NOTHING_ACKNOWLEDGED,
})

const LOADING_SNAPSHOT: WidgetSnapshot = Object.freeze({
  ...GONE_SNAPSHOT,
  status: 'loading',
  enabled: true,
  error: null,
})

/** One widget of one instance: its last picture, who looks at it, and what it was made from. */
export class WidgetChannel {
  readonly widgetId: string
  readonly #listeners: Listeners
  #snapshot: WidgetSnapshot = LOADING_SNAPSHOT
  #tree: UINode | null = null
  #issues: readonly UIIssue[] = []
  /** Revisions whose intents are in the state. */
  #applied: Acknowledged = NOTHING_ACKNOWLEDGED
  /** Revisions whose effects are in the tree. */
  #acknowledged: Acknowledged = NOTHING_ACKNOWLEDGED
  #leases = 0
  /** The view that the newest render was asked with; null asks for a render whatever the view. */
  renderedView: PluginView | null = null
  /** Number of the newest trace record that the picture contains; before the first one, when somebody began to look. */
  drawnSeq = 0
  /** Whether the newest render failed: its tree is not of the view it was asked with. */
  isFailed = false
  /** Orders the widgets of an instance: who was drawn longest ago is next. */
  turn = 0

  constructor(widgetId: string, onFault: (cause: unknown) => void) {
    this.widgetId = widgetId
    this.#listeners = new Listeners(onFault)
  }

  get isLeased(): boolean {
    return this.#leases > 0
  }

  get snapshot(): WidgetSnapshot {
    return this.#snapshot
  }

  /** Revisions whose effects the next render will contain. */
  get applied(): Acknowledged {
    return this.#applied
  }

  acquire(): void {
    this.#leases += 1
  }

  release(): void {
    this.#leases -= 1
    if (this.#leases > 0) return
    // The next view counts its revisions from the start.
    this.#applied = NOTHING_ACKNOWLEDGED
    this.#acknowledged = NOTHING_ACKNOWLEDGED
  }

  subscribe(listener: () => void): Unsubscribe {
    return this.#listeners.add(listener)
  }

  /** The intents of a field's revision were applied. */
  applyRevision(name: string, rev: number): void {
    this.#applied = withRevision(this.#applied, name, rev)
  }

  /** A render of a view with these revisions in it succeeded. */
  accept(result: { readonly tree: UINode; readonly issues: readonly UIIssue[] }, applied: Acknowledged): void {
    this.#tree = result.tree
    this.#issues = result.issues
    this.isFailed = false
    this.#acknowledged = applied
  }

  /** Nothing changed by the last revisions: the tree that is there already contains them. */
  acknowledge(): void {
    if (!this.isFailed) this.#acknowledged = this.#applied
  }

  /** Takes the instance's record and grants in. Returns whether the snapshot changed: its listeners are then to be told. */
  update(instance: RuntimePluginInstance, { components }: CapabilityGrants): boolean {
    const last = this.#snapshot
    const next: WidgetSnapshot = {
      status: instance.status,
      enabled: instance.enabled,
      tree: this.#tree,
      issues: this.#issues,
      error: instance.error ?? null,
      acknowledged: this.#acknowledged,
      ...(components === undefined ? {} : { components }),
    }
    if (isSameSnapshot(last, next)) return false
    this.#snapshot = Object.freeze(next)
    return true
  }

  /** The instance is gone, and nothing of it stays on the screen. */
  close(): void {
    this.#snapshot = GONE_SNAPSHOT
  }

  /** Tells the views that the snapshot changed. */
  tellAll(): void {
    this.#listeners.tellAll()
  }
}

function isSameSnapshot(left: WidgetSnapshot, right: WidgetSnapshot): boolean {
  return (
    left.status === right.status &&
    left.enabled === right.enabled &&
    left.tree === right.tree &&
    left.issues === right.issues &&
    left.error === right.error &&
    left.acknowledged === right.acknowledged &&
    left.components === right.components
  )
}

// Names come from a plugin's tree: a record without a prototype takes any.
function withRevision(revisions: Acknowledged, name: string, rev: number): Acknowledged {
  const next = Object.assign(Object.create(null) as Record<string, number>, revisions)
  next[name] = rev
  return Object.freeze(next)
}
