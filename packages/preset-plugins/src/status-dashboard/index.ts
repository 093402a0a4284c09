import { statusDashboardCode, statusDashboardSourceMap } from '../generated/status-dashboard.ts'
import type { PresetPlugin } from '../presetPlugin.ts'
import { statusDashboardManifest } from './manifest.ts'

/** Shows how much runs, and what became of what was asked. */
export const statusDashboard: PresetPlugin = {
  manifest: statusDashboardManifest,
  code: statusDashboardCode,
  sourceMap: statusDashboardSourceMap,
}
