import type { JsonValue } from '@plugboard/contracts'

import { writeFacts } from '../output/table.ts'
import { listRequests } from '../package/describeManifest.ts'
import type { PluginSession } from './pluginSession.ts'
import type { RunTarget } from './runTarget.ts'

/** What there is to say of any run. */
export interface RunSummary {
  readonly id: string
  readonly version: string
  readonly granted: readonly string[]
  readonly state: JsonValue
  /** Reasons of what was refused, in order. */
  readonly denied: readonly string[]
}

/** What was refused, once each, as the last line that a person reads; empty where nothing was. */
export function writeDenied({ denied }: RunSummary): string {
  return denied.length === 0 ? '' : writeFacts([['denied', [...new Set(denied)].join(', ')]])
}

export function describeRun({ grants, manifest }: RunTarget, session: PluginSession): RunSummary {
  const { id, version } = manifest
  return { id, version, granted: listRequests(grants), state: session.state(), denied: session.denials() }
}
