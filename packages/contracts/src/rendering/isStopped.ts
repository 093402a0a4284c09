import type { WidgetSnapshot } from '../widgetSource.ts'

/** Whether a widget takes nothing from a person just now: it is paused, or its plugin has stopped. Its last tree is shown. */
export function isStopped({ enabled, status }: Pick<WidgetSnapshot, 'enabled' | 'status'>): boolean {
  return !enabled || status === 'error' || status === 'quarantined'
}
