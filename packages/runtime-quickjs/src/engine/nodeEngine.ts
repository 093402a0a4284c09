import { readFile } from 'node:fs/promises'

import type { EngineSource } from './engineSource.ts'

/** The engine from the file that this package ships, read by Node.js. */
export function createNodeEngine(): EngineSource {
  return {
    async compile() {
      // The same path from src/ and from dist/.
      return WebAssembly.compile(await readFile(new URL('../../wasm/emscripten-module.wasm', import.meta.url)))
    },
  }
}
