import { isPlainObject, type PackageId } from '@plugboard/contracts'
import { presetPlugins } from '@plugboard/preset-plugins'

/** The author's own text of a preset, as its source map has it. */
export function readPresetSource(packageId: PackageId): string | null {
  const preset = presetPlugins.find(({ manifest }) => manifest.packageId === packageId)
  if (preset === undefined) return null
  const map: unknown = JSON.parse(preset.sourceMap)
  if (!isPlainObject(map) || !Array.isArray(map['sourcesContent'])) return null
  // The map brings the preset's own files alone, and bundlers put what is imported first.
  const texts: readonly unknown[] = map['sourcesContent']
  const text = texts.findLast((content) => typeof content === 'string')
  return typeof text === 'string' ? text : null
}
