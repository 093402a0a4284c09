import type { Workspace, WorkspaceProblem, WorkspaceStatus } from '@plugboard/host/workspace'

/** Whether what happens here is saved, and what was not restored as it was saved. */
export interface SavedView {
  readonly state: WorkspaceStatus['state'] | 'opening'
  /** Why nothing is saved; null when something is. */
  readonly fault: string | null
  readonly problems: readonly WorkspaceProblem[]
  /** What a person should know and can do; null when all is well. */
  readonly notice: SavedNotice | null
}

export interface SavedNotice {
  /**
   * `unavailable`: what was saved could not be read, and is untouched. `behind`: another tab has saved since. `unsaved`: it is
   * tried again. `read-only`: saving would overwrite what was not understood. `incomplete`: told, and saving goes on.
   */
  readonly kind: 'unavailable' | 'behind' | 'unsaved' | 'read-only' | 'incomplete'
  /** Whether an export has what was saved, or only what is on the page. */
  readonly exports: 'saved' | 'here'
  /** Whether reading it again is the way on. */
  readonly canLoadAgain: boolean
  /** Whether emptying it is: never where it may be intact. */
  readonly canStartOver: boolean
}

export const OPENING: SavedView = { state: 'opening', fault: null, problems: [], notice: null }

/** What the page says of a workspace. `noted` are problems that the page itself found. */
export function computeSavedView(
  { problems, status }: Pick<Workspace, 'problems' | 'status'>,
  noted: readonly WorkspaceProblem[] = [],
): SavedView {
  const all = noted.length === 0 ? problems : [...problems, ...noted]
  return {
    state: status.state,
    fault: status.error?.message ?? null,
    problems: all,
    notice: computeNotice(status, all),
  }
}

function computeNotice({ error, state }: WorkspaceStatus, problems: readonly WorkspaceProblem[]): SavedNotice | null {
  // First: a disk that failed for a moment must not lead to the deletion of what is on it.
  if (problems.some(({ code }) => code === 'STORAGE_UNAVAILABLE')) return NOTICES.unavailable
  if (error?.code === 'STORAGE_CONFLICT') return NOTICES.behind
  if (state === 'read-only') return NOTICES['read-only']
  if (state === 'failed') return NOTICES.unsaved
  return problems.length > 0 ? NOTICES.incomplete : null
}

const NOTICES: { readonly [Kind in SavedNotice['kind']]: SavedNotice } = {
  unavailable: { kind: 'unavailable', exports: 'here', canLoadAgain: true, canStartOver: false },
  behind: { kind: 'behind', exports: 'here', canLoadAgain: true, canStartOver: false },
  unsaved: { kind: 'unsaved', exports: 'here', canLoadAgain: false, canStartOver: false },
  'read-only': { kind: 'read-only', exports: 'saved', canLoadAgain: false, canStartOver: true },
  incomplete: { kind: 'incomplete', exports: 'saved', canLoadAgain: false, canStartOver: true },
}
