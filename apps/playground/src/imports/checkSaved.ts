import type { RuntimeState } from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'
import type { Store } from '@reduxjs/toolkit'

import { messages } from '../messages/index.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import type { ContentCheck, ImportedPackage } from './importedPackage.ts'
import { importsActions, type ImportsState } from './importsSlice.ts'
import { NOT_CHECKED, rejectionWords } from './rejectionWords.ts'

export interface CheckSavedOptions {
  readonly host: Pick<PluginHost, 'setEnabled'>
  readonly store: Pick<
    Store<{ readonly plugins: RuntimeState; readonly imports: ImportsState }>,
    'dispatch' | 'getState'
  >
}

/**
 * Holds every imported package that came back against what was agreed to. Of one that is something else, nothing new runs, and
 * what runs is paused. Never rejects.
 */
export async function checkSaved({ host, store }: CheckSavedOptions): Promise<void> {
  await Promise.all(
    Object.values(store.getState().imports).map(async (imported) => {
      const { digest, packageId } = imported
      const check = await checkOne(imported)
      store.dispatch(importsActions.importChecked({ packageId, digest, check }))
      if (check.state !== 'rejected') return
      for (const instance of Object.values(store.getState().plugins.instances)) {
        if (instance.packageId === packageId) host.setEnabled(instance.instanceId, false)
      }
      store.dispatch(workspaceActions.refusalShown(rejectionWords(imported, check)))
    }),
  )
}

// What checks may not come: then nothing is known of the content, and nothing of it runs.
async function checkOne(imported: ImportedPackage): Promise<ContentCheck> {
  try {
    const { checkImport } = await import('./checkImports.ts')
    return await checkImport(imported)
  } catch {
    const message = messages.packages.notChecked(imported.title)
    return {
      state: 'rejected',
      diagnostics: [{ code: NOT_CHECKED, severity: 'error', phase: 'resolve', message, ref: imported.packageId }],
    }
  }
}
