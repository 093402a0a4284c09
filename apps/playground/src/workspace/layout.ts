import { DEVTOOLS_PANELS, INSPECTOR_TABS, type DevtoolsState } from '@plugboard/devtools'
import { isPlainObject, type JsonValue } from '@plugboard/contracts'

import type { WorkspaceState } from './workspaceSlice.ts'

/** What of the page is saved beside the instances, by how it is read: anything may have been saved, undefined is not understood. */
const READERS = {
  selectedInstanceId: (saved: unknown) => (typeof saved === 'string' || saved === null ? saved : undefined),
  panel: (saved: unknown) => DEVTOOLS_PANELS.find((name) => name === saved),
  inspectorTab: (saved: unknown) => INSPECTOR_TABS.find((name) => name === saved),
  isInspectorOpen: (saved: unknown) => (typeof saved === 'boolean' ? saved : undefined),
}

type LayoutKey = keyof typeof READERS

export type Layout = { readonly [Key in LayoutKey]: Exclude<ReturnType<(typeof READERS)[Key]>, undefined> }

// The keys of an object literal are those of its type.
const KEYS = Object.keys(READERS) as readonly LayoutKey[]

export function layoutOf({ isInspectorOpen }: WorkspaceState, devtools: DevtoolsState): Layout {
  const { panel, selectedInstanceId, tab } = devtools
  return { selectedInstanceId, panel, inspectorTab: tab, isInspectorOpen }
}

/** The layout as JSON data, to be saved. */
export function writeLayout(layout: Layout): JsonValue {
  return Object.fromEntries(KEYS.map((key) => [key, layout[key]]))
}

/** What was saved of the page. What is not understood is left as it begins. */
export function readLayout(saved: JsonValue): Partial<Layout> {
  if (!isPlainObject(saved)) return {}
  const entries = KEYS.map((key) => [key, READERS[key](saved[key])] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

export function isSameLayout(left: Layout, right: Layout): boolean {
  return KEYS.every((key) => left[key] === right[key])
}
