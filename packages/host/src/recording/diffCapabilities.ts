import { parseInstanceId, type JsonObject, type JsonValue, type PackageId, type Recording } from '@plugboard/contracts'
import { parseRecording } from '@plugboard/contracts/schemas'

import { readEntries } from './readEntries.ts'

/** What a package was seen to use, or to be shown, in a recorded run: names, in their order. */
export interface SeenCapabilities {
  /** Domains that its views held. Whether it read them is for `auditReads` to find. */
  readonly readShared: readonly string[]
  readonly writeShared: readonly string[]
  readonly systemCommands: readonly string[]
  /** Components of the host's own that it drew; none are seen in a recording of digests only. */
  readonly components: readonly string[]
}

/** How a package's capabilities differ between two runs. */
export interface CapabilityDifference {
  readonly packageId: PackageId
  readonly added: SeenCapabilities
  readonly removed: SeenCapabilities
}

/**
 * What each package uses in the second recording and not in the first, and the other way round: two versions of a plugin
 * that did the same work, side by side. Packages without a difference are left out. Intents count when they were made,
 * whether a host would grant them or not.
 *
 * @throws RecordingError as `parseRecording` does.
 */
export function diffCapabilities(before: Recording, after: Recording): readonly CapabilityDifference[] {
  const [first, second] = [collectSeen(before), collectSeen(after)]
  return [...new Set([...first.keys(), ...second.keys()])].toSorted().flatMap((packageId) => {
    const [old, now] = [first.get(packageId) ?? createSeen(), second.get(packageId) ?? createSeen()]
    const [added, removed] = [subtract(now, old), subtract(old, now)]
    const isSame = [added, removed].every((names) => Object.values(names).every(({ length }) => length === 0))
    return isSame ? [] : [{ packageId, added, removed }]
  })
}

type Seen = { readonly [K in keyof SeenCapabilities]: Set<string> }

function createSeen(): Seen {
  return { readShared: new Set(), writeShared: new Set(), systemCommands: new Set(), components: new Set() }
}

function collectSeen(value: Recording): ReadonlyMap<PackageId, Seen> {
  const packages = new Map<PackageId, Seen>()
  for (const { entry, tree, view } of readEntries(parseRecording(value, { maxSize: Number.POSITIVE_INFINITY }))) {
    const packageId = parseInstanceId(entry.instanceId)?.packageId ?? ''
    const seen = packages.get(packageId) ?? createSeen()
    packages.set(packageId, seen)
    for (const domain of Object.keys(view?.globalState.shared ?? {})) seen.readShared.add(domain)
    if ('answer' in entry && 'intents' in entry.answer) {
      for (const intent of entry.answer.intents) {
        if (intent.scope === 'shared') seen.writeShared.add(intent.domain)
        if (intent.scope === 'system') seen.systemCommands.add(intent.command)
      }
    }
    if (tree !== null) collectComponents(tree, seen.components)
  }
  return packages
}

// Nobody has parsed the tree: a recording may hold anything in its place, so it is looked through as plain data.
function collectComponents(tree: JsonValue, components: Set<string>): void {
  const values: JsonValue[] = [tree]
  for (let value = values.pop(); value !== undefined; value = values.pop()) {
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value)) {
      const { component, kind } = value as JsonObject
      if (kind === 'custom' && typeof component === 'string') components.add(component)
    }
    for (const item of Object.values(value)) values.push(item as JsonValue) // of JSON
  }
}

function subtract(from: Seen, what: Seen): SeenCapabilities {
  const rest = (name: keyof Seen): readonly string[] =>
    [...from[name]].filter((item) => !what[name].has(item)).toSorted()
  return {
    readShared: rest('readShared'),
    writeShared: rest('writeShared'),
    systemCommands: rest('systemCommands'),
    components: rest('components'),
  }
}
