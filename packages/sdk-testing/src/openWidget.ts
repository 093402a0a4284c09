import type { InstanceId, UIEvent, WidgetSnapshot } from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'
import { createTextView, type TextView } from '@plugboard/text-renderer'

import { PluginTestError } from './pluginTestError.ts'

/** A widget that somebody looks at. */
export interface OpenWidget {
  readonly view: TextView
  readonly snapshot: () => WidgetSnapshot
  readonly emit: (handler: string, event: UIEvent) => void
  readonly close: () => void
}

export interface OpenWidgetOptions {
  readonly host: PluginHost
  readonly instanceId: InstanceId
  /** Null: the plugin has none, and there is nothing to see. */
  readonly widgetId: string | null
}

/** Looks at a widget until it is closed. */
export function openWidget({ host, instanceId, widgetId }: OpenWidgetOptions): OpenWidget {
  if (widgetId === null) return NO_WIDGET
  const lease = host.lease(instanceId, widgetId)
  const view = createTextView({ source: host, instanceId, widgetId })
  return {
    view,
    snapshot: () => lease.getSnapshot(),
    emit: (handler, event) => lease.emit(handler, event),
    close: () => {
      view.close()
      lease.release()
    },
  }
}

/** What is seen of a plugin that has tools, hooks or services and nothing to show. */
const NO_WIDGET: OpenWidget = {
  view: {
    text: () => '',
    actions: () => [],
    fields: () => [],
    subscribe: () => () => undefined,
    press: () => 'unknown',
    type: () => 'unknown',
    close: () => undefined,
  },
  snapshot: () => ({ status: 'ready', enabled: true, tree: null, issues: [], error: null, acknowledged: {} }),
  emit: () => {
    throw new PluginTestError('UNAVAILABLE', 'The plugin has no widget that could hear of an event.')
  },
  close: () => undefined,
}
