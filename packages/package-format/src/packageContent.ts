import type { PackageFiles } from './packageReport.ts'
import type { PluginManifest } from './pluginManifest.ts'

/** Where the manifest of a package is. */
export const MANIFEST_PATH = 'plugin.json'

// What belongs to a folder that nobody packed yet, beside what its manifest names.
const BY_CUSTOM: readonly string[] = ['LICENSE', 'README.md']

/** The files that the manifest names outside of its list. */
export function namedFiles({ runtime }: PluginManifest): readonly string[] {
  if (runtime.kind === 'wasm-component') return [runtime.component]
  return runtime.sourceMap === undefined ? [runtime.entry] : [runtime.entry, runtime.sourceMap]
}

/**
 * Paths that may belong to the package beside the manifest: whoever reads a folder has to open no others. Without a closed
 * list, those that are there belong to it.
 */
export function listPossibleContent(manifest: PluginManifest): readonly string[] {
  return manifest.files ?? [...namedFiles(manifest), ...BY_CUSTOM]
}

/**
 * Paths of what belongs to the package beside the manifest, in order. A list is closed: what is not on it does not belong,
 * whoever names it. So a registry that adds a file of its own changes nothing.
 */
export function listContent(manifest: PluginManifest, available: PackageFiles): readonly string[] {
  const listed = manifest.files ?? [...namedFiles(manifest), ...BY_CUSTOM.filter((path) => available.has(path))]
  return [...new Set(listed)].toSorted()
}
