import { createInstanceId } from '@plugboard/contracts'
import type { InstanceId, UIEvent, UINode, WidgetLease, WidgetSnapshot, WidgetSource } from '@plugboard/contracts'

/** What a drawn node sent to the plugin that it does not have. */
export interface GalleryEvent {
  readonly number: number
  readonly widgetId: string
  readonly handler: string
  readonly event: UIEvent
}

/** A source without a plugin: it shows nodes as they are, and says what they send. */
export interface GallerySource extends WidgetSource {
  readonly instanceId: InstanceId
  /** The node of a widget as it is now. */
  nodeOf(widgetId: string): UINode | undefined
  /** Shows a node as a widget: a new one, or another one in its place. */
  show(widgetId: string, node: UINode): void
  /** Told of what is sent and shown; gives the way to hear no more. */
  readonly subscribe: (listener: () => void) => () => void
  /** The last event; the same object until there is another one. */
  readonly lastEvent: () => GalleryEvent | null
}

interface Widget {
  snapshot: WidgetSnapshot
  readonly listeners: Set<() => void>
}

export function createGallerySource(): GallerySource {
  const instanceId = createInstanceId('gallery')
  const widgets = new Map<string, Widget>()
  const listeners = new Set<() => void>()
  let last: GalleryEvent | null = null
  const tell = (): void => {
    for (const listener of listeners) listener()
  }

  function show(widgetId: string, node: UINode): void {
    const widget = widgets.get(widgetId) ?? { snapshot: snapshotOf(node), listeners: new Set() }
    widget.snapshot = snapshotOf(node)
    widgets.set(widgetId, widget)
    for (const listener of widget.listeners) listener()
    tell()
  }

  return {
    instanceId,
    lastEvent: () => last,
    nodeOf: (widgetId) => widgets.get(widgetId)?.snapshot.tree ?? undefined,
    show,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    lease(_instanceId, widgetId): WidgetLease {
      const widget = widgets.get(widgetId)
      if (widget === undefined) throw new Error(`The gallery has no widget "${widgetId}": show it before it is leased.`)
      return {
        getSnapshot: () => widget.snapshot,
        subscribe(listener) {
          widget.listeners.add(listener)
          return () => widget.listeners.delete(listener)
        },
        emit(handler, event) {
          last = { number: (last?.number ?? 0) + 1, widgetId, handler, event }
          const node = widget.snapshot.tree
          // What any plugin would do: a dialog is closed by a tree that says so.
          if (event.type === 'close' && node?.kind === 'dialog') show(widgetId, { ...node, open: false })
          else tell()
        },
        release: () => undefined,
      }
    },
  }
}

function snapshotOf(tree: UINode): WidgetSnapshot {
  return { status: 'ready', enabled: true, tree, issues: [], error: null, acknowledged: {} }
}
