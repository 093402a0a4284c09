import type { PluginHostErrorCode } from '../pluginHostError.ts'

/** Whether what happened is saved. */
export type WorkspaceStatus =
  | { readonly state: 'saved' | 'saving'; readonly error: null }
  /** `failed` is tried again; `read-only` is not. What happens meanwhile is in memory, and in `export()`. */
  | { readonly state: 'failed' | 'read-only'; readonly error: WorkspaceFault }

/** Why nothing is saved. */
export interface WorkspaceFault {
  readonly code: PluginHostErrorCode
  /** What happened, and what to do now. */
  readonly message: string
}

export const SAVED: WorkspaceStatus = Object.freeze({ state: 'saved', error: null })
export const SAVING: WorkspaceStatus = Object.freeze({ state: 'saving', error: null })
