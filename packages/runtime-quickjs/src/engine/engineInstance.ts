import loadGlue from '@jitl/quickjs-wasmfile-release-sync/emscripten-module'
import { QuickJSFFI } from '@jitl/quickjs-wasmfile-release-sync/ffi'
import { DEFAULT_TIME_ZONE } from '@plugboard/contracts'
import { QuickJSWASMModule } from 'quickjs-emscripten-core'
import type {
  EmscriptenModuleLoader,
  EmscriptenModuleLoaderOptions,
  QuickJSEmscriptenModule,
} from 'quickjs-emscripten-core'

import { createCappedMemory, type CappedMemory } from './cappedMemory.ts'
import { installFastStrings } from './fastStrings.ts'
import { importTimeZone } from './timeZone.ts'

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
  /** IANA name of the zone of local times. Default `UTC`. */
  readonly timeZone?: string | undefined
}

/**
 * Instantiates the compiled engine with a capped memory. No two VMs are in it at the same time: with published engine bugs
 * one plugin read another's strings in 199 of 200 tries inside one memory, and in none across two.
 */
export async function createEngineInstance(options: CreateEngineInstanceOptions): Promise<EngineInstance> {
  const { memoryBytes, module, timeZone = DEFAULT_TIME_ZONE } = options
  const memory = createCappedMemory(memoryBytes)
  let exports: WebAssembly.Exports = {}
  const glueOptions: EmscriptenModuleLoaderOptions = {
    ...SILENT,
    wasmMemory: memory.memory,
    // Synchronous on purpose: the glue never hears of an asynchronous instantiation that fails, and would wait for ever.
    instantiateWasm: (imports: WebAssembly.Imports, onSuccess: (instance: WebAssembly.Instance) => void) => {
      const zoned = importTimeZone(imports, { memory: memory.memory, timeZone })
      const instance = new WebAssembly.Instance(module, zoned)
      exports = instance.exports
      onSuccess(instance)
      return instance.exports
    },
  }
  // Under nodenext the default import of this CommonJS-typed package is seen as its namespace; at run time it is the function.
  const load = loadGlue as unknown as EmscriptenModuleLoader<QuickJSEmscriptenModule>
  const glue = await load(glueOptions)
  installFastStrings(glue)
  glue.type = 'sync'
  // The library's own way here imports each of these when it is called: in a worker, three more files to wait for.
  return { quickjs: new QuickJSWASMModule(glue, new QuickJSFFI(glue)), memory, exports }
}

function ignore(): void {}

// The glue prints aborts and failed assertions; each is followed by an exception, which is what we report. Not in the
// library's types, therefore not written in place.
const SILENT: object = { print: ignore, printErr: ignore }
