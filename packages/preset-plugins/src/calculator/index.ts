import { defineLocalReducer } from '@plugboard/store-core'

import { calculatorCode, calculatorSourceMap } from '../generated/calculator.ts'
import type { PresetPlugin } from '../presetPlugin.ts'
import { calculatorManifest } from './manifest.ts'
import { reduceCalculator } from './reducer.ts'

/** Adds, subtracts, multiplies and divides, all by itself. */
export const calculator: PresetPlugin = {
  manifest: calculatorManifest,
  code: calculatorCode,
  sourceMap: calculatorSourceMap,
  localReducer: defineLocalReducer(reduceCalculator),
}
