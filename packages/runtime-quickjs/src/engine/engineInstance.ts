import releaseSync from '@jitl/quickjs-wasmfile-release-sync'
import { newQuickJSWASMModuleFromVariant, newVariant } from 'quickjs-emscripten-core'
import type {
  EmscriptenModuleLoader,
  QuickJSEmscriptenModule,
  QuickJSSyncVariant,
  QuickJSWASMModule,
} from 'quickjs-emscripten-core'

import { createCappedMemory, type CappedMemory } from './cappedMemory.ts'
import { installFastStrings } from './fastStrings.ts'

/** The engine in a WebAssembly instance, with a memory that no other instance has. */
export interface EngineInstance {
  readonly quickjs: QuickJSWASMModule
  readonly memory: CappedMemory
  /** What the WebAssembly instance exports, under the names that its build gave them. */
  readonly exports: WebAssembly.Exports
}

export interface CreateEngineInstanceOptions {
  readonly module: WebAssembly.Module
  readonly memoryBytes: number
}

/**
 * Instantiates the compiled engine with a capped memory. No two VMs are in it at the same time: with published engine bugs
 * one plugin read another's strings in 199 of 200 tries inside one memory, and in none across two.
 */
export async function createEngineInstance(options: CreateEngineInstanceOptions): Promise<EngineInstance> {
  const memory = createCappedMemory(options.memoryBytes)
  let exports: WebAssembly.Exports = {}
  // Under nodenext the default import of this CommonJS-typed package is seen as its namespace; at run time it is the variant.
  const base = releaseSync as unknown as QuickJSSyncVariant
  const fast: QuickJSSyncVariant = {
    ...base,
    async importModuleLoader() {
      // The package's own module, whose export is the glue's function.
      const load = (await base.importModuleLoader()) as EmscriptenModuleLoader<QuickJSEmscriptenModule>
      return async (glueOptions) => {
        const glue = await load(glueOptions)
        installFastStrings(glue)
        return glue
      }
    },
  }
  const variant = newVariant(fast, {
    wasmMemory: memory.memory,
    emscriptenModule: {
      ...SILENT,
      // Synchronous on purpose: the glue never hears of an asynchronous instantiation that fails, and would wait for ever.
      instantiateWasm: (imports: WebAssembly.Imports, onSuccess: (instance: WebAssembly.Instance) => void) => {
        const instance = new WebAssembly.Instance(options.module, imports)
        exports = instance.exports
        onSuccess(instance)
        return instance.exports
      },
    },
    log: ignore,
  })
  return { quickjs: await newQuickJSWASMModuleFromVariant(variant), memory, exports }
}

function ignore(): void {}

// The glue prints aborts and failed assertions; each is followed by an exception, which is what we report. Not in the
// library's types, therefore not written in place.
const SILENT: object = { print: ignore, printErr: ignore }
