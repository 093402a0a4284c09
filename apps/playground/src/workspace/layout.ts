import { isPackageId, isPlainObject, type JsonValue } from '@plugboard/contracts'

import { customEntry, type PackageEntry } from '../host/packageCatalog.ts'
import { INSPECTOR_TABS, PANEL_NAMES, type WorkspaceState } from './workspaceSlice.ts'

/** What of the page is saved beside the instances. */
export type Layout = Pick<
  WorkspaceState,
  'selectedInstanceId' | 'panel' | 'inspectorTab' | 'isInspectorOpen' | 'customPackages'
>

/** The layout as JSON data, to be saved. */
export function writeLayout(layout: Layout): JsonValue {
  const { customPackages, inspectorTab, isInspectorOpen, panel, selectedInstanceId } = layout
  return {
    selectedInstanceId,
    panel,
    inspectorTab,
    isInspectorOpen,
    customPackages: customPackages.map(({ code = '', packageId, title }) => ({ packageId, title, code })),
  }
}

/** What was saved of the page. It may be anything: what is not understood is left as it begins. */
export function readLayout(saved: JsonValue): Partial<Layout> {
  if (!isPlainObject(saved)) return {}
  const { customPackages, inspectorTab, isInspectorOpen, panel, selectedInstanceId } = saved
  const panelName = PANEL_NAMES.find((name) => name === panel)
  const tab = INSPECTOR_TABS.find((name) => name === inspectorTab)
  return {
    ...(typeof selectedInstanceId === 'string' ? { selectedInstanceId } : {}),
    ...(panelName === undefined ? {} : { panel: panelName }),
    ...(tab === undefined ? {} : { inspectorTab: tab }),
    ...(typeof isInspectorOpen === 'boolean' ? { isInspectorOpen } : {}),
    ...(Array.isArray(customPackages) ? { customPackages: readPackages(customPackages) } : {}),
  }
}

function readPackages(saved: readonly unknown[]): readonly PackageEntry[] {
  const entries = new Map<string, PackageEntry>()
  for (const value of saved) {
    if (!isPlainObject(value)) continue
    const { code, packageId, title } = value
    if (!isPackageId(packageId) || typeof title !== 'string' || typeof code !== 'string') continue
    entries.set(packageId, customEntry({ packageId, title, code }))
  }
  return [...entries.values()]
}
