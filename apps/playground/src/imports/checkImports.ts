import { inspectPackage } from '@plugboard/package-format'

import type { ContentCheck, ImportedPackage } from './importedPackage.ts'
import { unpackContent } from './packageContent.ts'
import { resolveImport } from './resolveImport.ts'

/** Whether what was saved of a package is, byte by byte, what was agreed to. Nothing of it runs. */
export async function checkImport(imported: ImportedPackage): Promise<ContentCheck> {
  const { files: _files, ...found } = await inspectPackage(unpackContent(imported.content))
  const { diagnostics, manifest, status } = resolveImport(found, imported)
  if (manifest !== undefined && status !== 'rejected' && status !== 'missing') return { state: 'sound', manifest }
  return { state: 'rejected', diagnostics: diagnostics.filter(({ severity }) => severity === 'error') }
}
