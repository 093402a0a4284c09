import { isPlainObject, type PackageId } from '@plugboard/contracts'
import { presetPlugins } from '@plugboard/preset-plugins'

/** The author's own text of a preset, as its source map has it. */
export function readPresetSource(packageId: PackageId): string | null {
  const preset = presetPlugins.find(({ manifest }) => manifest.packageId === packageId)
  if (preset === undefined) return null
  const map: unknown = JSON.parse(preset.sourceMap)
  if (!isPlainObject(map) || !Array.isArray(map['sources']) || !Array.isArray(map['sourcesContent'])) return null
  const text: unknown = map['sourcesContent'][map['sources'].indexOf(`${packageId}/${packageId}.tsx`)]
  return typeof text === 'string' ? text : null
}
