/** Every way in which what was saved can be other than it should be. */
export const WORKSPACE_PROBLEM_CODES = [
  /** The storage could not be read at all. */
  'STORAGE_UNAVAILABLE',
  /** The storage holds content that is no part. */
  'DAMAGED_CONTENT',
  /** What is there was not saved by a workspace. */
  'UNKNOWN_FORMAT',
  /** A newer release saved it, or a newer version of a package or a domain. */
  'NEWER_VERSION',
  /** A part that others speak of is not there. */
  'MISSING_PART',
  /** A part is not what its name says. */
  'INVALID_PART',
  /** A part whose name means nothing. */
  'UNKNOWN_PART',
  /** There are more instances of a package than the host allows. */
  'TOO_MANY_INSTANCES',
  /** The package of an instance is not listed any more. */
  'UNKNOWN_PACKAGE',
  /** A state could not be brought to the present version. */
  'MIGRATION_FAILED',
  /** Grants were saved that the instance may not have any more. */
  'GRANTS_CUT',
  /** Limits were saved that are above the host's own. */
  'LIMITS_CUT',
] as const

export type WorkspaceProblemCode = (typeof WORKSPACE_PROBLEM_CODES)[number]

/** Something that was not restored as it was saved. */
export interface WorkspaceProblem {
  readonly code: WorkspaceProblemCode
  /** Name of the part, or the place in the storage. */
  readonly part: string
  /** What happened, and what to do now. */
  readonly message: string
  /** Whether saving would overwrite what was not understood: the workspace is then read-only. */
  readonly blocksSaving: boolean
}

/** A problem of what would be lost if it were saved over. */
export function createLoss(code: WorkspaceProblemCode, part: string, message: string): WorkspaceProblem {
  return { code, part, message, blocksSaving: true }
}

/** A problem that saving does not make worse. */
export function createNote(code: WorkspaceProblemCode, part: string, message: string): WorkspaceProblem {
  return { code, part, message, blocksSaving: false }
}
