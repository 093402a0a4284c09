import { packageDiagnostic, quote, type PackageDiagnostic } from '../packageDiagnostic.ts'
import type { PackageValidator } from './packageValidator.ts'

/** Whether the file that would be run is there, and begins as one of its kind does. */
export const checkRuntimeArtifact: PackageValidator = ({ files, manifest: { runtime } }) => {
  const [path, key] = runtime.kind === 'quickjs' ? [runtime.entry, 'entry'] : [runtime.component, 'component']
  const bytes = files.get(path)
  if (bytes === undefined) {
    const message = `The file ${quote(path)} is not there, or not on the list of files.`
    return [packageDiagnostic({ code: 'runtime-artifact-missing', message, path: `plugin.json#runtime.${key}` })]
  }
  const what = runtime.kind === 'quickjs' ? findScriptFault(bytes) : findComponentFault(bytes)
  return what === null ? [] : [mismatch(path, what)]
}

const WASM = [0x00, 0x61, 0x73, 0x6d]
// What follows: a version and a layer, of two bytes each (WebAssembly/component-model, design/mvp/Binary.md).
const COMPONENT = [0x0d, 0x00, 0x01, 0x00]
const MODULE_LAYER = [0x00, 0x00]

function findScriptFault(bytes: Uint8Array): string | null {
  if (hasAt(bytes, 0, WASM)) return 'is WebAssembly, and the runtime is for JavaScript'
  return isText(bytes) ? null : 'is not text in UTF-8'
}

const PIECE = 65_536

/** In pieces, so that the text of a large file never stands beside it. */
function isText(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += PIECE) decoder.decode(bytes.subarray(at, at + PIECE), { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

function findComponentFault(bytes: Uint8Array): string | null {
  if (!hasAt(bytes, 0, WASM)) return 'is not WebAssembly'
  if (hasAt(bytes, 6, MODULE_LAYER)) return 'is a core module of WebAssembly, not a component'
  return hasAt(bytes, 4, COMPONENT) ? null : 'is a component of a version that is not known'
}

function hasAt(bytes: Uint8Array, offset: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[offset + index] === byte)
}

function mismatch(path: string, what: string): PackageDiagnostic {
  return packageDiagnostic({ code: 'runtime-mismatch', message: `The file ${quote(path)} ${what}.`, path })
}
