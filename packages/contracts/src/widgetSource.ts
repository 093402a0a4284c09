import type { InstanceId, PackageId } from './identity.ts'
import type { PackageManifest } from './packageManifest.ts'
import type { Unsubscribe } from './pluginRuntime.ts'
import type { RuntimeErrorShape } from './runtimeError.ts'
import type { InstanceStatus } from './runtimeState.ts'
import type { UIEvent } from './ui/uiEvent.ts'
import type { UIIssue } from './ui/uiIssue.ts'
import type { UINode } from './ui/uiNode.ts'

/** All that a renderer knows of a host. Views lease widgets; they never own them. */
export interface WidgetSource {
  /** A hold on one widget of an instance. The widget is drawn while at least one lease is out. */
  lease(instanceId: InstanceId, widgetId: string): WidgetLease
}

/** One view's hold on a widget. */
export interface WidgetLease {
  /** The current picture; the same object until something changed. */
  getSnapshot(): WidgetSnapshot
  subscribe(listener: () => void): Unsubscribe
  /** Queues an event for one of the widget's handlers. Never throws: what is refused is traced. */
  emit(handler: string, event: UIEvent): void
  /** Idempotent. */
  release(): void
}

export interface WidgetSnapshot {
  readonly status: InstanceStatus
  /** False while a person has paused the instance: the tree is shown greyed. */
  readonly enabled: boolean
  /** The last good tree; kept while an error is shown beside it. Null before the first render. */
  readonly tree: UINode | null
  readonly issues: readonly UIIssue[]
  readonly error: RuntimeErrorShape | null
  /** Per field name: the last input revision whose effects this tree contains (controlled inputs). */
  readonly acknowledged: Readonly<Record<string, number>>
  /** Capabilities of the host's own components that the instance has now. Absent: none. */
  readonly components?: readonly string[]
}

/** A widget source that can also start plugins: what a `<Plugin code>` element asks for. */
export interface PluginSource extends WidgetSource {
  /**
   * Loads code as a new instance that lives as long as somebody holds it: it is disposed a grace turn after its last
   * hold is released. Opening again with the same `ticket` meanwhile gives the same instance, so that a view that is
   * mounted twice in a row (React's StrictMode) still has one VM.
   */
  open(ticket: object, request: OpenPluginRequest): PluginHold
}

export interface OpenPluginRequest {
  readonly packageId: PackageId
  readonly code: string
  readonly sourceMap?: string
  /** Absent: the code is not trusted and gets no grants. */
  readonly manifest?: PackageManifest
}

export interface PluginHold {
  readonly instanceId: InstanceId
  /** Idempotent. */
  release(): void
}
