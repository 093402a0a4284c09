import { packageDiagnostic } from '../packageDiagnostic.ts'
import type { PackageValidator } from './packageValidator.ts'

/** Whether what would run the package is there. */
export const checkRuntimeAvailability: PackageValidator = ({ manifest, platform }) => {
  const { kind } = manifest.runtime
  if ((platform.runtimes ?? ['quickjs']).includes(kind)) return []
  return [
    packageDiagnostic({
      code: 'runtime-unavailable',
      message: `The package is for the runtime "${kind}", which is not there.`,
      path: 'plugin.json#runtime.kind',
      ...(kind === 'quickjs' ? { hint: 'Open the package where the runtime "quickjs" is.' } : {}),
    }),
  ]
}
