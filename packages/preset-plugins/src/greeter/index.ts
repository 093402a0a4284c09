import { defineLocalReducer } from '@plugboard/store-core'

import { greeterCode, greeterSourceMap } from '../generated/greeter.ts'
import type { PresetPlugin } from '../presetPlugin.ts'
import { createGreeterManifest, type GreeterOptions } from './manifest.ts'
import { reduceGreeter } from './reducer.ts'

/** The greeter with its manifest's switch set. */
export function createGreeter(options: GreeterOptions): PresetPlugin {
  return {
    manifest: createGreeterManifest(options),
    code: greeterCode,
    sourceMap: greeterSourceMap,
    localReducer: defineLocalReducer(reduceGreeter),
  }
}

/** Greets by name, and shares the name on request. */
export const greeter: PresetPlugin = createGreeter({ isSharing: true })
