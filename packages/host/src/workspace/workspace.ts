import type { JsonValue, Unsubscribe } from '@plugboard/contracts'

import type { ExportHalf } from './workspaceExport.ts'
import type { WorkspaceProblem } from './workspaceProblem.ts'
import type { WorkspaceStatus } from './workspaceStatus.ts'

export interface ImportOptions {
  /**
   * What of the export counts, where it has both: `saved` (default) is what a storage held that was not understood then,
   * `now` what was in memory.
   */
  readonly from?: ExportHalf
}

/**
 * A host's instances, grants, shared domains and what the application keeps beside them, saved as they change and there again the next
 * time. The trace is not saved.
 */
export interface Workspace extends AsyncDisposable {
  /** Whether there was nothing to restore: time for a first visit. */
  readonly isNew: boolean
  /** What was not restored as it was saved. One that `blocksSaving` makes the workspace read-only. */
  readonly problems: readonly WorkspaceProblem[]
  /** Resolves when every instance that came back runs, or has failed to. Never rejects. */
  readonly started: Promise<void>
  /** The same object until it changes. */
  readonly status: WorkspaceStatus
  /** What the application keeps beside the instances; null at first. */
  readonly layout: JsonValue
  /** @throws PluginHostError `PROTOCOL` when it is no JSON data. */
  setLayout(layout: JsonValue): void
  /** What the application keeps under names of its own, each saved by itself. The same object until it changes. */
  readonly parts: ReadonlyMap<string, JsonValue>
  /**
   * Keeps a value under a name; null removes it. A change of one part does not write the others, as a change of the layout
   * would: for what is large and changes seldom.
   *
   * @throws PluginHostError `PROTOCOL` when the name is none (`notes`, `project/pomodoro`), the value is no JSON data, or there
   *   are 1,000 parts already.
   *
   * @example
   * workspace.setPart('project/pomodoro', { title: 'Pomodoro', source })
   */
  setPart(name: string, value: JsonValue): void
  /** Tells of changes of `status`, `problems` and `isNew`. */
  subscribe(listener: () => void): Unsubscribe
  /**
   * Resolves when everything that happened before the call is committed: it outlives the tab, the process and its crash.
   *
   * @throws PluginHostError `WORKSPACE_READ_ONLY` or the storage's code when it is not.
   */
  flush(): Promise<void>
  /**
   * All of it as one JSON text: what is in memory, and, where not everything was understood, what the storage held, damaged
   * content included. Always works.
   */
  export(): string
  /**
   * Replaces everything, here and in the storage, with what an export holds, and goes on saving.
   *
   * @throws PluginHostError `INVALID_EXPORT` when not all of it can be understood, `DISPOSED` when the workspace was closed,
   *   or the storage's code; nothing is changed then.
   */
  importWorkspace(text: string, options?: ImportOptions): Promise<void>
  /**
   * Empties the workspace, here and in the storage, and goes on saving. Returns the export of what was there.
   *
   * @throws PluginHostError `DISPOSED` when the workspace was closed, or the storage's code; nothing is changed then.
   */
  startOver(): Promise<string>
  /** Saves what can be saved and stops saving. The host and the storage belong to who created them. Never rejects. */
  close(): Promise<void>
}
