import type { GrantPolicy } from '@plugboard/capabilities'
import type { CapabilityGrants } from '@plugboard/contracts'
import type { PackageDigest, PackageReport, PluginRequests } from '@plugboard/package-format'
import { resolvePlugins, type HostPolicy, type PluginEntry } from '@plugboard/registry'

import { ASKABLE } from '../consent/asks.ts'
import type { ImportedPackage } from './importedPackage.ts'

/** All that this playground has to give, whoever asks. */
export const EVERYTHING: CapabilityGrants = {
  readShared: namesOf('readShared'),
  writeShared: namesOf('writeShared'),
  systemCommands: namesOf('systemCommand'),
}

const capabilities: GrantPolicy = () => EVERYTHING

/** At most its own shared data and commands, and nothing beyond the page. */
const POLICY: HostPolicy = { capabilities, most: { https: [], fs: [], secrets: [] }, surfaces: ['widget', 'tool'] }

const SOURCE = 'imported'

/** What a person agreed to of a package. */
export type AgreedPackage = Pick<ImportedPackage, 'packageId' | 'version'> & {
  readonly digest: PackageDigest
  readonly granted: PluginRequests
}

/** What becomes of a content that was found where this was agreed to: whether it is that, and what it may do. */
export function resolveImport(found: Omit<PackageReport, 'files'>, agreed: AgreedPackage): PluginEntry {
  const { diagnostics, digest, manifest } = found
  const { granted, packageId, version } = agreed
  const { entries } = resolvePlugins({
    inventory: {
      candidates: [
        {
          source: SOURCE,
          location: packageId,
          diagnostics,
          ...(manifest === undefined ? {} : { id: manifest.id, version: manifest.version, manifest }),
          ...(digest === undefined ? {} : { digest }),
        },
      ],
      diagnostics: [],
    },
    enablement: {
      version: 1,
      plugins: [{ ref: `${SOURCE}:${packageId}`, version, digest: agreed.digest, grants: granted, config: {} }],
    },
    policy: POLICY,
  })
  const entry = entries.find(({ ref }) => ref === `${SOURCE}:${packageId}`)
  // Each entry of an enablement is in the plan.
  if (entry === undefined) throw new Error(`"${packageId}" was not decided about.`)
  return entry
}

/** Grants as a host has them. */
export function toCapabilityGrants({ effective }: Pick<PluginEntry, 'effective'>): CapabilityGrants {
  const { readShared, systemCommands, writeShared } = effective
  return { readShared, writeShared, systemCommands }
}

function namesOf(verb: (typeof ASKABLE)[number]['verb']): readonly string[] {
  return ASKABLE.filter((ask) => ask.verb === verb).map(({ name }) => name)
}
