import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { EngineSource } from './engineSource.ts'

/** The engine as Node.js finds it: the WebAssembly file of the installed package. */
export function createNodeEngine(): EngineSource {
  return {
    async compile() {
      const file = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm')
      return WebAssembly.compile(await readFile(file))
    },
  }
}
