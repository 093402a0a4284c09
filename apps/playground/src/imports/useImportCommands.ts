import type { PackageId } from '@plugboard/contracts'
import { useMemo } from 'react'

import { PACKAGE_EXTENSION } from '../consent/arrivals.ts'
import { messages } from '../messages/index.ts'
import { shellActions } from '../shell/shellSlice.ts'
import { pickFile } from '../ui/pickFile.ts'
import { useAppDispatch } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import { useDesk } from '../workspaces/deskContext.ts'
import { useImports } from './importsContext.ts'
import type { PackageImports } from './packageImports.ts'

/** What a person can do with packed plugins. Refusals are shown, never thrown. */
export interface ImportCommands {
  /** Lets the person choose a file. */
  pick(): void
  showDetails(packageId: PackageId): void
  disable(packageId: PackageId): Promise<void>
  enable(packageId: PackageId): Promise<void>
  remove(packageId: PackageId): Promise<void>
}

export function useImportCommands(): ImportCommands {
  const { arrivals } = useDesk()
  const imports = useImports()
  const dispatch = useAppDispatch()
  return useMemo(() => {
    const attempt = async (work: (packages: PackageImports) => Promise<void>): Promise<void> => {
      try {
        await work(await imports())
      } catch (error) {
        dispatch(workspaceActions.refusalShown(error instanceof Error ? error.message : messages.shell.failed))
      }
    }
    return {
      pick: () => pickFile(PACKAGE_EXTENSION, (file) => arrivals.receiveFile(file)),
      showDetails: (packageId) => dispatch(shellActions.dialogOpened({ kind: 'package', packageId })),
      disable: (packageId) => attempt((packages) => packages.disable(packageId)),
      enable: (packageId) => attempt((packages) => packages.enableAgain(packageId)),
      remove: (packageId) => attempt((packages) => packages.remove(packageId)),
    }
  }, [arrivals, dispatch, imports])
}
