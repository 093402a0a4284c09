import { presetPlugins } from '@plugboard/preset-plugins'

/** What the gallery shows of a package beside its manifest. */
export interface PackageEntry {
  readonly packageId: string
  readonly title: string
  readonly summary: string
  readonly icon: PackageIconName
  /** One of the six tile colours of the stylesheet. */
  readonly tile: 1 | 2 | 3 | 4 | 5 | 6
  /** Absent for packages that the host trusts and knows the code of. */
  readonly code?: string
}

export type PackageIconName = 'counter' | 'calculator' | 'greeter' | 'dashboard' | 'monitor' | 'greeting' | 'plugin'

const LOOKS: Readonly<Record<string, Pick<PackageEntry, 'summary' | 'icon' | 'tile'>>> = {
  counter: { summary: 'Local value, shared total', icon: 'counter', tile: 1 },
  calculator: { summary: 'Local only', icon: 'calculator', tile: 4 },
  greeter: { summary: 'Controlled text input', icon: 'greeter', tile: 3 },
  'status-dashboard': { summary: 'Reads 3 shared domains', icon: 'dashboard', tile: 2 },
  'runtime-monitor': { summary: 'Reads runtime-registry', icon: 'monitor', tile: 5 },
  'greeter-shared-state': { summary: 'Reads greeter-profile', icon: 'greeting', tile: 6 },
}

/** The packages that come with the playground, in the order of the gallery. */
export const presetEntries: readonly PackageEntry[] = presetPlugins.map(({ manifest }) => ({
  packageId: manifest.packageId,
  title: manifest.title,
  ...(LOOKS[manifest.packageId] ?? { summary: manifest.description ?? '', icon: 'plugin', tile: 6 }),
}))

/** A gallery entry for code that somebody pasted or dropped: it is not trusted and asks for nothing. */
export function customEntry(options: {
  readonly packageId: string
  readonly title: string
  readonly code: string
}): PackageEntry {
  return { ...options, summary: 'No access until you grant it', icon: 'plugin', tile: 3 }
}
