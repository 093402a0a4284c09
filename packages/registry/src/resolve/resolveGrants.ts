import { computeGrants, grantRequested } from '@plugboard/capabilities'
import type { Diagnostic } from '@plugboard/contracts'
import { toPackageManifest, type PluginManifest, type PluginRequests } from '@plugboard/package-format'

import type { EnabledPlugin } from '../enablement/enablement.ts'
import {
  GRANT_KINDS,
  intersectGrants,
  normalisePluginGrants,
  subtractGrants,
  unrelatedGrants,
} from '../grants/combineGrants.ts'
import { describeRequests } from '../grants/describeRequests.ts'
import type { PluginGrants } from '../grants/pluginGrants.ts'
import { createDiagnostic, type RegistryDiagnosticCode } from '../registryDiagnostics.ts'
import type { HostPolicy } from './hostPolicy.ts'

export interface ResolvedGrants {
  readonly requested: PluginGrants
  readonly granted: PluginGrants
  /** What it may do: what is requested, granted and allowed by the policy. */
  readonly effective: PluginGrants
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Effective = request ∩ enablement ∩ policy.
 *
 * @throws whatever the policy throws: no grants were computed then.
 */
export function resolveGrants(
  ref: string,
  manifest: PluginManifest,
  enabled: EnabledPlugin,
  policy: HostPolicy,
): ResolvedGrants {
  const requested = normalisePluginGrants(manifest.requests)
  const granted = normalisePluginGrants(enabled.grants)
  const agreed = intersectGrants(requested, granted)
  const effective = intersectGrants(agreed, allowedBy(policy, manifest))
  const diagnostics = [
    ...explain('grant-missing', subtractGrants(requested, granted), {
      ref,
      file: 'plugin.json#requests',
      words: (list) => `It asks to ${list}. That is not granted.`,
    }),
    ...explain('grant-unrequested', unrelatedGrants(granted, requested), {
      ref,
      file: 'plugins.json#grants',
      words: (list) => `It does not ask to ${list}. The grant has no effect.`,
    }),
    ...explain('policy-denied', subtractGrants(agreed, effective), {
      ref,
      file: 'plugin.json#requests',
      words: (list) => `The policy does not let it ${list}.`,
    }),
  ]
  return { requested, granted, effective, diagnostics }
}

function allowedBy({ capabilities = grantRequested, most = {} }: HostPolicy, manifest: PluginManifest): PluginRequests {
  const { https, fs, secrets } = { ...manifest.requests, ...most }
  return {
    ...computeGrants(capabilities, {
      // There is no instance yet. A policy decides by package.
      identity: { packageId: manifest.id, instanceId: `${manifest.id}@registry` },
      manifest: toPackageManifest(manifest),
    }),
    ...(https === undefined ? {} : { https }),
    ...(fs === undefined ? {} : { fs }),
    ...(secrets === undefined ? {} : { secrets }),
  }
}

interface ExplainOptions {
  readonly ref: string
  readonly file: string
  readonly words: (list: string) => string
}

/** One line for each kind, so that a package that asks for much does not drown what is said about the others. */
function explain(
  code: RegistryDiagnosticCode,
  grants: PluginGrants,
  { file, ref, words }: ExplainOptions,
): readonly Diagnostic[] {
  const lines = describeRequests(grants)
  return GRANT_KINDS.flatMap((kind) => {
    const texts = lines.filter((line) => line.kind === kind).map(({ text }) => text)
    if (texts.length === 0) return []
    const more = texts.length > 3 ? [`and ${texts.length - 2} more`] : []
    const list = [...texts.slice(0, more.length > 0 ? 2 : 3), ...more].join('; ')
    return [createDiagnostic(code, words(list), { ref, path: `${file}.${kind}` })]
  })
}
