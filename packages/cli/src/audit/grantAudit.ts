import { auditGrants, type AuditedCapability, type CapabilityVerb } from '@plugboard/capabilities'
import type { CapabilityRequest, PackageId, PluginRuntime, Recording } from '@plugboard/contracts'
import type { SavedInstance } from '@plugboard/host'
import { auditReads } from '@plugboard/host/recording'

import { listRequests } from '../package/describeManifest.ts'
import { recordedTrace } from './recordedTrace.ts'

/** What one package was granted and what it made of it, each as `read:clock`, `write:clock`, `command:…`, `component:…`. */
export interface PackageAudit {
  readonly packageId: PackageId
  readonly instances: number
  /** What its manifest asks for; null where nobody says. */
  readonly asked: readonly string[] | null
  readonly granted: readonly string[]
  /** Null, like the next two, where nothing is known of a run. */
  readonly used: readonly string[] | null
  readonly unused: readonly string[] | null
  /** Tried without a grant. */
  readonly denied: readonly string[] | null
  /** Granted, and this run does not show whether it is needed. */
  readonly unknown: readonly string[]
}

/**
 * Holds the grants of a recorded run against what happened in it. Reads leave no trace: the recording is run again in the
 * sandbox without each domain, to see whether that makes a difference.
 *
 * @throws RecordingError when the recording contradicts itself.
 */
export async function auditRecording(recording: Recording, runtime: PluginRuntime): Promise<readonly PackageAudit[]> {
  const reads = new Map(
    (await auditReads(recording, { runtime })).map(({ domains, packageId }) => [packageId, domains]),
  )
  return auditGrants(recordedTrace(recording)).map(
    ({ granted, instanceIds, notObservable, packageId, unrequested, unused: neverUsed }) => {
      const domains = reads.get(packageId) ?? []
      const readAs = (use: string) =>
        domains.filter((domain) => domain.use === use).map(({ domain }) => `read:${domain}`)
      const all = listRequests(granted)
      const unused = [...neverUsed.map(toText), ...readAs('unused')]
      const used = [
        ...all.filter((text) => /^(write|command):/.test(text) && !unused.includes(text)),
        ...readAs('used'),
      ]
      return {
        packageId,
        instances: instanceIds.length,
        asked: null,
        granted: all,
        used,
        unused,
        denied: unrequested.map(toText),
        unknown: notObservable.map(toText).filter((text) => !used.includes(text) && !unused.includes(text)),
      }
    },
  )
}

/** What the instances of a workspace are granted, beside what their manifests ask for. What they use is in no workspace. */
export function auditInstances(instances: readonly SavedInstance[]): readonly PackageAudit[] {
  const packages = Map.groupBy(instances, ({ instanceId }) => instanceId.slice(0, instanceId.indexOf('@')))
  return [...packages].map(([packageId, saved]) => {
    const granted = new Set(saved.flatMap(({ grants }) => listRequests(grants)))
    const requests = saved.flatMap(({ manifest }): readonly CapabilityRequest[] =>
      manifest === undefined ? [] : [manifest.capabilities],
    )
    return {
      packageId,
      instances: saved.length,
      asked: requests.length === 0 ? null : [...new Set(requests.flatMap(listRequests))],
      granted: [...granted],
      used: null,
      unused: null,
      denied: null,
      unknown: [...granted],
    }
  })
}

const VERBS: Readonly<Record<CapabilityVerb, string>> = {
  readShared: 'read',
  writeShared: 'write',
  systemCommand: 'command',
  component: 'component',
}

function toText({ name, verb }: AuditedCapability): string {
  return `${VERBS[verb]}:${name}`
}
