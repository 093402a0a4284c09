import { handFile } from '../share/handFile.ts'
import { writeWorkspaceFile } from '../share/workspaceFile.ts'
import { messages } from '../messages/index.ts'
import { useSavedWorkspace } from '../workspace/savedWorkspaceContext.ts'
import { useDeskView } from './deskContext.ts'

/** Hands the person the open workspace as a file. `onTold` gets what is to be said of it, or null. */
export function useExportFile(onTold: (problem: string | null) => void): () => void {
  const saved = useSavedWorkspace()
  const name = useDeskView().current?.name ?? messages.workspaces.first
  return () => {
    const exported = saved.export()
    if (exported !== null) onTold(handFile(`${fileNameOf(name)}.plugboard.json`, writeWorkspaceFile(name, exported)))
  }
}

/** A name that every system takes. */
function fileNameOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain === '' ? 'workspace' : plain
}
