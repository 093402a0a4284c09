import type { PluginRequests } from '@plugboard/package-format'

import { fsRules } from './fsRules.ts'
import { httpsRules } from './httpsRules.ts'
import { nameRules, readableRules } from './nameRules.ts'
import type { GrantKind, PluginGrants } from './pluginGrants.ts'

/** The kinds of requests, in the order in which they are shown. */
export const GRANT_KINDS: readonly GrantKind[] = [
  'readShared',
  'writeShared',
  'systemCommands',
  'components',
  'https',
  'fs',
  'secrets',
]

/** What both allow: never more than either. */
export function intersectGrants(left: PluginRequests, right: PluginRequests): PluginGrants {
  return combine('intersect', left, right)
}

/** What the first allows and the second does not allow whole. */
export function subtractGrants(from: PluginRequests, taken: PluginRequests): PluginGrants {
  return combine('subtract', from, taken)
}

/** What the first allows and has nothing in common with the second. */
export function unrelatedGrants(from: PluginRequests, other: PluginRequests): PluginGrants {
  return combine('unrelated', from, other)
}

/** Requests, or grants as a person wrote them, in their one written form. */
export function normalisePluginGrants(requests: PluginRequests): PluginGrants {
  const { components = [], fs = [], https = [], readShared = [], secrets = [] } = requests
  const { systemCommands = [], writeShared = [] } = requests
  return {
    readShared: readableRules.normalise(readShared),
    writeShared: nameRules.normalise(writeShared),
    systemCommands: nameRules.normalise(systemCommands),
    components: nameRules.normalise(components),
    https: httpsRules.normalise(https),
    fs: fsRules.normalise(fs),
    secrets: nameRules.normalise(secrets),
  }
}

/** Whether nothing at all is allowed. */
export function isNoGrants(grants: PluginGrants): boolean {
  return GRANT_KINDS.every((kind) => grants[kind].length === 0)
}

function combine(
  operation: 'intersect' | 'subtract' | 'unrelated',
  left: PluginRequests,
  right: PluginRequests,
): PluginGrants {
  const names = (kind: 'writeShared' | 'systemCommands' | 'components' | 'secrets'): readonly string[] =>
    nameRules[operation](left[kind] ?? [], right[kind] ?? [])
  return {
    readShared: readableRules[operation](left.readShared ?? [], right.readShared ?? []),
    writeShared: names('writeShared'),
    systemCommands: names('systemCommands'),
    components: names('components'),
    https: httpsRules[operation](left.https ?? [], right.https ?? []),
    fs: fsRules[operation](left.fs ?? [], right.fs ?? []),
    secrets: names('secrets'),
  }
}
