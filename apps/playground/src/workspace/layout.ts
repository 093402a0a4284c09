import { isPlainObject, type JsonValue } from '@plugboard/contracts'

import { INSPECTOR_TABS, PANEL_NAMES, type WorkspaceState } from './workspaceSlice.ts'

/** What of the page is saved beside the instances. */
export type Layout = Pick<WorkspaceState, 'selectedInstanceId' | 'panel' | 'inspectorTab' | 'isInspectorOpen'>

/** The layout as JSON data, to be saved. */
export function writeLayout(layout: Layout): JsonValue {
  const { inspectorTab, isInspectorOpen, panel, selectedInstanceId } = layout
  return { selectedInstanceId, panel, inspectorTab, isInspectorOpen }
}

/** What was saved of the page. It may be anything: what is not understood is left as it begins. */
export function readLayout(saved: JsonValue): Partial<Layout> {
  if (!isPlainObject(saved)) return {}
  const { inspectorTab, isInspectorOpen, panel, selectedInstanceId } = saved
  const panelName = PANEL_NAMES.find((name) => name === panel)
  const tab = INSPECTOR_TABS.find((name) => name === inspectorTab)
  return {
    ...(typeof selectedInstanceId === 'string' ? { selectedInstanceId } : {}),
    ...(panelName === undefined ? {} : { panel: panelName }),
    ...(tab === undefined ? {} : { inspectorTab: tab }),
    ...(typeof isInspectorOpen === 'boolean' ? { isInspectorOpen } : {}),
  }
}
