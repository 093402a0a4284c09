import { addGrant } from '@plugboard/capabilities'
import { NO_GRANTS, type CapabilityGrants } from '@plugboard/contracts'
import type { PluginRequests } from '@plugboard/package-format'
import { describeRequests, diffRequests } from '@plugboard/registry'

import { listAsks, type Ask } from '../consent/asks.ts'
import type { PackageAsks, PackageFacts } from './arrivedPackage.ts'
import { EVERYTHING, resolveImport, toCapabilityGrants } from './resolveImport.ts'

/** What of the requests can be granted here, and what cannot, in words. */
export function listPackageAsks(requests: PluginRequests): PackageAsks {
  const { known } = listAsks([requests])
  const { components, fs, https, readShared = [], secrets, systemCommands = [], writeShared = [] } = requests
  const unavailable = describeRequests({
    readShared: readShared.filter((name) => name !== '*' && !EVERYTHING.readShared.includes(name)),
    writeShared: writeShared.filter((name) => !EVERYTHING.writeShared.includes(name)),
    systemCommands: systemCommands.filter((name) => !EVERYTHING.systemCommands.includes(name)),
    ...(components === undefined ? {} : { components }),
    ...(https === undefined ? {} : { https }),
    ...(fs === undefined ? {} : { fs }),
    ...(secrets === undefined ? {} : { secrets }),
  })
  return { known, unavailable }
}

/** What a new version asks for beyond the one that is here. */
export function listAddedAsks(before: PluginRequests, after: PluginRequests): PackageAsks {
  return listPackageAsks(diffRequests(before, after))
}

/** What it gets: what it asks for, a person granted, and this playground has. Nothing of it makes more of another. */
export function computeImportGrants(
  { digest, manifest }: Pick<PackageFacts, 'digest' | 'manifest'>,
  granted: readonly Ask[],
): CapabilityGrants {
  const { id: packageId, version } = manifest
  const agreed = { packageId, version, digest, granted: grantsOf(granted) }
  return toCapabilityGrants(resolveImport({ manifest, digest, diagnostics: [] }, agreed))
}

/** Answers as grants. */
function grantsOf(granted: readonly Ask[]): CapabilityGrants {
  return granted.reduce((grants, { name, verb }) => addGrant(grants, verb, name), NO_GRANTS)
}

/** Grants that were kept, as what was answered. */
export function asksOf(granted: CapabilityGrants): readonly Ask[] {
  return listAsks([{ ...NO_GRANTS, ...granted }]).known
}
