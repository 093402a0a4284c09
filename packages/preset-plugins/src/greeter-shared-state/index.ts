import { greeterSharedStateCode, greeterSharedStateSourceMap } from '../generated/greeter-shared-state.ts'
import type { PresetPlugin } from '../presetPlugin.ts'
import { greeterSharedStateManifest } from './manifest.ts'

/** Greets whoever was shared last. */
export const greeterSharedState: PresetPlugin = {
  manifest: greeterSharedStateManifest,
  code: greeterSharedStateCode,
  sourceMap: greeterSharedStateSourceMap,
}
