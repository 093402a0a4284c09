import type { InstanceId, UIEvent, UINode, WidgetLease, WidgetSnapshot, WidgetSource } from '@plugboard/contracts'

/** One event that a renderer sent. */
export interface EmittedEvent {
  readonly instanceId: InstanceId
  readonly widgetId: string
  readonly handler: string
  readonly event: UIEvent
}

/** A {@link WidgetSource} without a host: a test puts snapshots in and reads events out. */
export interface FakeWidgetSource extends WidgetSource {
  /** Replaces parts of a widget's snapshot and tells its listeners, once. */
  show(instanceId: InstanceId, widgetId: string, parts: Partial<WidgetSnapshot>): void
  /** Shorthand for {@link show} with a tree, `ready` and no error. */
  showTree(instanceId: InstanceId, widgetId: string, tree: UINode): void
  /** Everything that renderers sent, in order. */
  readonly emitted: readonly EmittedEvent[]
  /** Leases that are out at the moment. */
  readonly leaseCount: number
  /** Listeners that are subscribed at the moment. */
  readonly listenerCount: number
}

const FIRST_SNAPSHOT: WidgetSnapshot = {
  status: 'loading',
  enabled: true,
  tree: null,
  issues: [],
  error: null,
  acknowledged: {},
}

/**
 * Makes a widget source for renderer tests. A widget is `loading` until something is shown; its snapshot stays the same
 * object until then, as the contract asks.
 */
export function createFakeWidgetSource(): FakeWidgetSource {
  const widgets = new Map<string, FakeWidget>()
  const emitted: EmittedEvent[] = []
  let leaseCount = 0

  function widgetOf(instanceId: InstanceId, widgetId: string): FakeWidget {
    const key = JSON.stringify([instanceId, widgetId])
    const widget = widgets.get(key) ?? { snapshot: FIRST_SNAPSHOT, listeners: new Set() }
    widgets.set(key, widget)
    return widget
  }

  return {
    emitted,
    get leaseCount() {
      return leaseCount
    },
    get listenerCount() {
      return [...widgets.values()].reduce((count, { listeners }) => count + listeners.size, 0)
    },
    show(instanceId, widgetId, parts) {
      const widget = widgetOf(instanceId, widgetId)
      widget.snapshot = { ...widget.snapshot, ...parts }
      for (const { notify } of widget.listeners) notify()
    },
    showTree(instanceId, widgetId, tree) {
      this.show(instanceId, widgetId, { status: 'ready', error: null, tree })
    },
    lease(instanceId, widgetId): WidgetLease {
      const widget = widgetOf(instanceId, widgetId)
      let isHeld = true
      leaseCount += 1
      return {
        getSnapshot: () => widget.snapshot,
        subscribe(notify) {
          const listener = { notify }
          widget.listeners.add(listener)
          return () => void widget.listeners.delete(listener)
        },
        emit(handler, event) {
          if (isHeld) emitted.push({ instanceId, widgetId, handler, event })
        },
        release() {
          if (!isHeld) return
          isHeld = false
          leaseCount -= 1
        },
      }
    },
  }
}

interface FakeWidget {
  snapshot: WidgetSnapshot
  /** Wrapped, so that one function may subscribe twice. */
  readonly listeners: Set<{ readonly notify: () => void }>
}
