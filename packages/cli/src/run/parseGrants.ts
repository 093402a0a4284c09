import { isCapabilityName, EVERY_DOMAIN } from '@plugboard/contracts'
import type { PluginRequests } from '@plugboard/package-format'

import { CliError } from '../commandOutcome.ts'

const KINDS = {
  read: 'readShared',
  write: 'writeShared',
  command: 'systemCommands',
  component: 'components',
} as const satisfies Record<string, keyof PluginRequests>

/** Reads `read:clock` and the like. @throws CliError `grant-option-invalid`. */
export function parseGrants(texts: readonly string[]): PluginRequests {
  const grants: Record<(typeof KINDS)[keyof typeof KINDS], string[]> = {
    readShared: [],
    writeShared: [],
    systemCommands: [],
    components: [],
  }
  for (const text of texts) {
    const [kind = '', name] = text.split(':', 2)
    const key = Object.hasOwn(KINDS, kind) ? KINDS[kind as keyof typeof KINDS] : undefined // looked up by the line above
    const isName = isCapabilityName(name) || (key === 'readShared' && name === EVERY_DOMAIN)
    if (key === undefined || name === undefined || !isName) {
      throw new CliError('grant-option-invalid', { message: `"${text.slice(0, 80)}" is no grant.` })
    }
    grants[key].push(name)
  }
  return grants
}
