import { API_VERSIONS } from '@plugboard/contracts'
import type { PluginCall, PluginLimits } from '@plugboard/contracts'

import type { WireValue } from '../codec/ValueSender.ts'
import { refuse } from './refusals.ts'
import { apiV1 } from './v1/apiV1.ts'

/** One major version of the plugin API: its bootstrap, and how calls are put for it. */
export interface ApiAdapter {
  readonly version: number
  readonly bootstrap: string
  /** The limits that the bootstrap is told. VMs that have them alike are copies. */
  selectLimits(limits: PluginLimits): Partial<PluginLimits>
  /** The bootstrap's configuration as JSON text: these limits, and nothing else that is of one instance. */
  configure(limits: PluginLimits): string
  /** A call without its view, as JSON text. `rows` is the turn of the rows that the guest may name. */
  encodeCall(call: PluginCall, rows: number): string
  /** What the guest side of a call is given: that text with what has changed in the view. */
  encodeView(callText: string, view: WireValue): string
}

const ADAPTERS: readonly ApiAdapter[] = [apiV1]

/**
 * The adapter of one API version.
 *
 * @throws PluginRuntimeError `UNSUPPORTED_API_VERSION`, naming the versions that are supported.
 */
export function selectAdapter(version: number = 1): ApiAdapter {
  const adapter = ADAPTERS.find((candidate) => candidate.version === version)
  if (adapter !== undefined) return adapter
  throw refuse(
    'UNSUPPORTED_API_VERSION',
    `Version ${String(version)} of the plugin API is not known here; known: ${API_VERSIONS.join(', ')}. Update the host, or build the plugin for a known version.`,
  )
}
