import type { CapabilityRequest } from '@plugboard/contracts'

import type { OpenTarget } from '../workspace/savedWorkspace.ts'
import type { Ask, Asks } from './asks.ts'

/** A workspace that came from elsewhere, as it is shown before anything of it runs. Nothing of it is believed. */
export interface Arrival {
  readonly from: 'link' | 'file'
  /** As it calls itself; fit to be shown. */
  readonly name: string
  readonly plugins: readonly ArrivedPlugin[]
  readonly asks: Asks
  /** Names of packages that it wants and that are not here. Their instances are left out. */
  readonly missing: readonly string[]
  /** Parts that could not be understood. They are kept, and the workspace will be read-only. */
  readonly damaged: number
  /**
   * Puts it into an empty storage, or says how an open workspace is filled with it. What it asked for and `granted` does not
   * name, it does not get.
   *
   * @throws ShareError or PluginHostError when it cannot be stored; nothing is then.
   */
  readonly settle: (storage: OpenTarget['storage'], granted: readonly Ask[]) => Promise<OpenTarget['fill']>
}

export interface ArrivedPlugin {
  /** Unlike that of every other plugin of the arrival: one package may come with several codes. */
  readonly key: string
  readonly packageId: string
  /** As it calls itself; fit to be shown. */
  readonly title: string
  /** How many run this code. */
  readonly instances: number
  readonly request: CapabilityRequest
  /** What would run. Null for a preset, whose code is not the link's. */
  readonly code: string | null
}

/** Lines of code that came along. */
export function countLines(plugins: readonly ArrivedPlugin[]): number {
  return plugins.reduce((lines, { code }) => lines + (code === null ? 0 : code.trimEnd().split('\n').length), 0)
}
