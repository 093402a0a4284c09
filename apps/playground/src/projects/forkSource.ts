import type { CapabilityRequest, PackageId } from '@plugboard/contracts'
import { presetPlugins } from '@plugboard/preset-plugins'

/** What a fork of a preset begins with. */
export interface ForkSource {
  /** Of `plugin.tsx`. */
  readonly text: string
  /** What the preset's manifest asks for: shown, not granted. */
  readonly capabilities: CapabilityRequest
}

// Read when somebody forks: the page itself needs none of them.
const texts = import.meta.glob<string>('../../forks/*.tsx', { query: '?raw', import: 'default' })

/**
 * A preset as one file that stands alone. The preset's own reducer is the host's and does not come along, so a fork keeps
 * its state by `setState`.
 */
export async function readFork(packageId: PackageId): Promise<ForkSource | null> {
  const preset = presetPlugins.find(({ manifest }) => manifest.packageId === packageId)
  const text = await texts[`../../forks/${packageId}.tsx`]?.()
  return preset === undefined || text === undefined ? null : { text, capabilities: preset.manifest.capabilities }
}
