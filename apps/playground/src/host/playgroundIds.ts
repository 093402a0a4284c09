import { presetPlugins } from '@plugboard/preset-plugins'

import { stressEntries } from '../stress/stressEntries.ts'

/** Whether the id is that of a package of the playground's own. */
export function isPlaygroundId(packageId: string): boolean {
  return isPresetId(packageId) || isStressId(packageId)
}

/** Whether the host lists, and trusts, a package of this id. */
export function isPresetId(packageId: string): boolean {
  return presetPlugins.some(({ manifest }) => manifest.packageId === packageId)
}

export function isStressId(packageId: string): boolean {
  return stressEntries.some((entry) => entry.packageId === packageId)
}
