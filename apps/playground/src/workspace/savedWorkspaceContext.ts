import { createContext, use, useSyncExternalStore } from 'react'

import type { SavedView } from './savedView.ts'
import type { SavedWorkspace } from './savedWorkspace.ts'

const SavedWorkspaceContext = createContext<SavedWorkspace | null>(null)

export const SavedWorkspaceProvider: typeof SavedWorkspaceContext.Provider = SavedWorkspaceContext.Provider

export function useSavedWorkspace(): SavedWorkspace {
  const saved = use(SavedWorkspaceContext)
  if (saved === null) throw new Error('useSavedWorkspace needs a SavedWorkspaceProvider above it')
  return saved
}

export function useSavedView(): SavedView {
  const saved = useSavedWorkspace()
  return useSyncExternalStore(saved.subscribe, saved.getSnapshot)
}
