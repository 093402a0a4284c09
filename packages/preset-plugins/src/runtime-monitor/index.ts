import { runtimeMonitorCode, runtimeMonitorSourceMap } from '../generated/runtime-monitor.ts'
import type { PresetPlugin } from '../presetPlugin.ts'
import { runtimeMonitorManifest } from './manifest.ts'

/** Lists every loaded instance with its status. */
export const runtimeMonitor: PresetPlugin = {
  manifest: runtimeMonitorManifest,
  code: runtimeMonitorCode,
  sourceMap: runtimeMonitorSourceMap,
}
