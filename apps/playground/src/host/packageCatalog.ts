import { presetPlugins } from '@plugboard/preset-plugins'

import { shortDigest, type ImportedPackage } from '../imports/importedPackage.ts'
import { messages } from '../messages/index.ts'
import type { PluginProject } from '../projects/pluginProject.ts'

const { importState, summaries } = messages.packages

/** What the gallery shows of a package beside its manifest. */
export interface PackageEntry {
  readonly packageId: string
  readonly title: string
  readonly summary: string
  readonly icon: PackageIconName
  /** One of the six tile colours of the stylesheet. */
  readonly tile: 1 | 2 | 3 | 4 | 5 | 6
  /** Where it stands: what the host trusts, what is the person's own, what came packed, and what misbehaves on purpose. */
  readonly shelf: 'preset' | 'own' | 'imported' | 'stress'
  /** Of an imported one: whether it can be run. */
  readonly state?: 'sound' | 'checking' | 'rejected' | 'disabled'
}

export type PackageIconName =
  | 'counter'
  | 'calculator'
  | 'greeter'
  | 'dashboard'
  | 'monitor'
  | 'greeting'
  | 'plugin'
  | 'stress'

const LOOKS: Readonly<Record<string, Pick<PackageEntry, 'summary' | 'icon' | 'tile'>>> = {
  counter: { summary: summaries.counter, icon: 'counter', tile: 1 },
  calculator: { summary: summaries.calculator, icon: 'calculator', tile: 4 },
  greeter: { summary: summaries.greeter, icon: 'greeter', tile: 3 },
  'status-dashboard': { summary: summaries['status-dashboard'], icon: 'dashboard', tile: 2 },
  'runtime-monitor': { summary: summaries['runtime-monitor'], icon: 'monitor', tile: 5 },
  'greeter-shared-state': { summary: summaries['greeter-shared-state'], icon: 'greeting', tile: 6 },
}

/** The packages that come with the playground, in the order of the gallery. */
export const presetEntries: readonly PackageEntry[] = presetPlugins.map(({ manifest }) => ({
  packageId: manifest.packageId,
  title: manifest.title,
  shelf: 'preset',
  ...(LOOKS[manifest.packageId] ?? { summary: manifest.description ?? '', icon: 'plugin', tile: 6 }),
}))

/** A gallery entry for a plugin of the person's own: it is not trusted and has what they grant it. */
export function projectEntry({ packageId, title }: PluginProject): PackageEntry {
  return { packageId, title, shelf: 'own', summary: summaries.own, icon: 'plugin', tile: 3 }
}

/** A gallery entry for a packed plugin: it is not trusted, and has what was granted. */
export function importEntry(imported: ImportedPackage): PackageEntry {
  const { check, digest, packageId, parked, title, version } = imported
  const state = check.state === 'rejected' || parked === null ? check.state : 'disabled'
  const summary = state === 'sound' ? importState.sound(version, shortDigest(digest)) : importState[state]
  return { packageId, title, shelf: 'imported', state, summary, icon: 'plugin', tile: 5 }
}
