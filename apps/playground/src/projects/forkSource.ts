import type { CapabilityRequest, PackageId } from '@plugboard/contracts'
import { presetPlugins } from '@plugboard/preset-plugins'

import { readStressSource, stressEntries } from '../stress/stressEntries.ts'

/** What a fork of a package that came with the page begins with. */
export interface ForkSource {
  /** Of `plugin.tsx`. */
  readonly text: string
  /** What the preset's manifest asks for: shown, not granted. */
  readonly capabilities: CapabilityRequest
}

// Read when somebody forks: the page itself needs none of them.
const texts = import.meta.glob<string>('../../forks/*.tsx', { query: '?raw', import: 'default' })

/**
 * A package that came with the page, as one file that stands alone. A preset's own reducer is the host's and does not come along, so a fork keeps
 * its state by `setState`.
 */
export async function readFork(packageId: PackageId): Promise<ForkSource | null> {
  if (stressEntries.some((entry) => entry.packageId === packageId)) {
    return { text: await readStressSource(packageId), capabilities: {} }
  }
  const preset = presetPlugins.find(({ manifest }) => manifest.packageId === packageId)
  const text = await texts[`../../forks/${packageId}.tsx`]?.()
  return preset === undefined || text === undefined ? null : { text, capabilities: preset.manifest.capabilities }
}
