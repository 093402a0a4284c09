import { WorkspaceStorageError } from '@plugboard/contracts'

/** Somebody else's batch came first. */
export function createConflict(expected: number, found: number): WorkspaceStorageError {
  return new WorkspaceStorageError(
    'STORAGE_CONFLICT',
    `The batch was not committed: it was made against revision ${expected}, and the storage is at ${found}. Somebody else writes to it; read it again.`,
  )
}

/** Damaged content would be lost. */
export function createDamaged(place: string): WorkspaceStorageError {
  return new WorkspaceStorageError(
    'STORAGE_DAMAGED',
    `The batch was not committed: what cannot be read in ${place} would be lost. Save it, then commit a batch that replaces everything.`,
  )
}

/** It was closed before. */
export function createClosed(): WorkspaceStorageError {
  return new WorkspaceStorageError('STORAGE_CLOSED', 'The storage was closed. Open another one.')
}
