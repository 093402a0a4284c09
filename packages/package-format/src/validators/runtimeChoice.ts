import { isPlainObject, nearestName } from '@plugboard/contracts'

import { packageDiagnostic, quote, type PackageDiagnostic } from '../packageDiagnostic.ts'

const RUNTIMES = ['quickjs', 'wasm-component'] as const

/** The kind of the runtime, before its shape: each kind has another one, and those that are gone have none. */
export function checkRuntimeChoice(manifest: unknown): readonly PackageDiagnostic[] {
  const runtime = isPlainObject(manifest) ? manifest['runtime'] : undefined
  if (!isPlainObject(runtime)) return []
  const { abi, kind } = runtime
  if (kind === 'wasm' || abi !== undefined) {
    const what = kind === 'wasm' ? 'runtime.kind is "wasm"' : 'runtime has an "abi"'
    return [
      packageDiagnostic({
        code: 'runtime-legacy',
        message: `${what}: raw WebAssembly modules are no longer run.`,
        path: kind === 'wasm' ? 'plugin.json#runtime.kind' : 'plugin.json#runtime.abi',
      }),
    ]
  }
  if (typeof kind !== 'string' || RUNTIMES.some((known) => known === kind)) return []
  const near = nearestName(kind, RUNTIMES)
  return [
    packageDiagnostic({
      code: 'runtime-unsupported',
      message: `runtime.kind is ${quote(kind)}, which is no runtime of this release.`,
      path: 'plugin.json#runtime.kind',
      ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
    }),
  ]
}
