import { WorkspaceStorageError } from '@plugboard/contracts'
import { createFileStorage } from '@plugboard/storage/node'

/** Keeps a number that rises by one with each call, whoever else calls. */
export async function countUp(directory: string): Promise<number> {
  await using storage = createFileStorage({ directory })
  for (;;) {
    const { parts, revision } = await storage.read()
    const count = Number(parts.get('count') ?? 0) + 1
    try {
      await storage.commit({ expectedRevision: revision, puts: new Map([['count', count]]) })
      return count
    } catch (error) {
      // Somebody else was quicker: look again.
      if (!(error instanceof WorkspaceStorageError) || error.code !== 'STORAGE_CONFLICT') throw error
    }
  }
}
