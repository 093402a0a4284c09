import { setFlagsFromString } from 'node:v8'

/** What is asked and told to keep compiled WebAssembly. */
export interface KeepWasmCodeOptions {
  /** The version of V8 that runs. Default `process.versions.v8`. */
  readonly v8Version?: string
  /** Sets a flag of V8 for the whole process. Default `setFlagsFromString` of `node:v8`. */
  readonly setFlag?: (flag: string) => void
}

// That of Node.js 24; those of 22 and of 26 do not have the fault.
const AT_FAULT = '13.'

/**
 * Keeps V8 from freeing machine code of WebAssembly before its module is gone, in the versions where that can end the
 * process: threads share the code that calls from WebAssembly into JavaScript, and when the last instance that used a
 * piece goes while another thread asks for the same piece, it is freed twice (nodejs/node#64500).
 *
 * For the whole process, at any time: V8 reads the flag whenever it is about to free. Idempotent.
 */
export function keepWasmCode({
  setFlag = setFlagsFromString,
  v8Version = process.versions.v8,
}: KeepWasmCodeOptions = {}): void {
  if (v8Version.startsWith(AT_FAULT)) setFlag('--no-wasm-code-gc')
}
