import { packageDiagnostic, quote, type PackageDiagnostic } from '../packageDiagnostic.ts'
import { PACKAGE_LIMITS } from '../packageLimits.ts'
import type { PackageValidator } from './packageValidator.ts'

/** Whether the content is no more than an archive may hold: a folder is asked no less. */
export const checkContentSize: PackageValidator = ({ files }) => {
  const faults: PackageDiagnostic[] = []
  let sum = 0
  for (const [path, bytes] of files) {
    sum += bytes.length
    if (bytes.length <= PACKAGE_LIMITS.fileBytes) continue
    faults.push(
      tooLarge(`The file ${quote(path)} has ${bytes.length} bytes; ${PACKAGE_LIMITS.fileBytes} is the most.`, path),
    )
  }
  if (sum > PACKAGE_LIMITS.contentBytes) {
    faults.push(
      tooLarge(
        `The files have ${sum} bytes together; ${PACKAGE_LIMITS.contentBytes} is the most.`,
        'plugin.json#files',
      ),
    )
  }
  return faults
}

function tooLarge(message: string, path: string): PackageDiagnostic {
  return packageDiagnostic({ code: 'content-too-large', message, path })
}
