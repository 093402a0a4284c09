import { DEVTOOLS_PANELS, INSPECTOR_TABS, type DevtoolsState } from '@plugboard/devtools'
import { isPlainObject, type JsonValue } from '@plugboard/contracts'

import type { WorkspaceState } from './workspaceSlice.ts'

/** What of the page is saved beside the instances. */
export interface Layout
  extends Pick<WorkspaceState, 'isInspectorOpen'>, Pick<DevtoolsState, 'selectedInstanceId' | 'panel'> {
  readonly inspectorTab: DevtoolsState['tab']
}

export function layoutOf({ isInspectorOpen }: WorkspaceState, devtools: DevtoolsState): Layout {
  const { panel, selectedInstanceId, tab } = devtools
  return { selectedInstanceId, panel, inspectorTab: tab, isInspectorOpen }
}

/** The layout as JSON data, to be saved. */
export function writeLayout(layout: Layout): JsonValue {
  const { inspectorTab, isInspectorOpen, panel, selectedInstanceId } = layout
  return { selectedInstanceId, panel, inspectorTab, isInspectorOpen }
}

/** What was saved of the page. It may be anything: what is not understood is left as it begins. */
export function readLayout(saved: JsonValue): Partial<Layout> {
  if (!isPlainObject(saved)) return {}
  const { inspectorTab, isInspectorOpen, panel, selectedInstanceId } = saved
  const panelName = DEVTOOLS_PANELS.find((name) => name === panel)
  const tab = INSPECTOR_TABS.find((name) => name === inspectorTab)
  return {
    ...(typeof selectedInstanceId === 'string' ? { selectedInstanceId } : {}),
    ...(panelName === undefined ? {} : { panel: panelName }),
    ...(tab === undefined ? {} : { inspectorTab: tab }),
    ...(typeof isInspectorOpen === 'boolean' ? { isInspectorOpen } : {}),
  }
}
