import { packageDiagnostic, quote, type PackageDiagnostic } from '../packageDiagnostic.ts'
import { listContent, MANIFEST_PATH } from '../packageContent.ts'
import { findPathClash, type PathClash } from '../packagePath.ts'
import type { PackageValidator } from './packageValidator.ts'

/** Whether the files of the list can be there together, and are. What the runtime runs is its own validator's. */
export const checkClosedFiles: PackageValidator = ({ files, manifest }) => {
  const { files: listed, runtime } = manifest
  const sourceMap = runtime.kind === 'quickjs' ? runtime.sourceMap : undefined
  const missing =
    sourceMap === undefined || files.has(sourceMap) ? [] : [describeMissing(sourceMap, 'plugin.json#runtime.sourceMap')]
  const clash = findPathClash([MANIFEST_PATH, ...(listed ?? listContent(manifest, files))])
  const clashing = clash === null ? [] : [describeClash(clash, listed)]
  if (listed === undefined) {
    const message = `plugin.json has no list of files yet. ${[...files.keys()].join(', ')} belong to the package.`
    return [...missing, ...clashing, packageDiagnostic({ code: 'files-not-closed', message, path: MANIFEST_PATH })]
  }
  if (clash !== null) return clashing
  const absent = listContent(manifest, files).filter((path) => !files.has(path))
  return [
    ...missing,
    ...absent.map((path) => describeMissing(path, `plugin.json#files.${listed.indexOf(path)}`)),
  ].slice(0, MOST_FAULTS)
}

function describeClash({ path, with: other }: PathClash, listed: readonly string[] | undefined): PackageDiagnostic {
  return packageDiagnostic({
    code: 'file-path-duplicate',
    message: `The paths ${quote(path)} and ${quote(other)} would be one file.`,
    path: listed === undefined ? 'plugin.json#runtime' : `plugin.json#files.${listed.lastIndexOf(path)}`,
  })
}

const MOST_FAULTS = 20

function describeMissing(file: string, path: string): PackageDiagnostic {
  return packageDiagnostic({ code: 'file-missing', message: `The file ${quote(file)} is not there.`, path })
}
