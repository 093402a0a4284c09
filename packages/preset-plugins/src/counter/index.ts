import { defineLocalReducer } from '@plugboard/store-core'

import { counterCode, counterSourceMap } from '../generated/counter.ts'
import type { PresetPlugin } from '../presetPlugin.ts'
import { counterManifest } from './manifest.ts'
import { reduceCounter } from './reducer.ts'

/** Counts for itself, and tells the shared total. */
export const counter: PresetPlugin = {
  manifest: counterManifest,
  code: counterCode,
  sourceMap: counterSourceMap,
  localReducer: defineLocalReducer(reduceCounter),
}
