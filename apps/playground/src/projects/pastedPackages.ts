import { isPackageId, isPlainObject, type JsonValue } from '@plugboard/contracts'

import { createManifestText } from './manifestText.ts'
import type { PluginProject } from './pluginProject.ts'

/** What earlier releases kept of pasted code, in the layout of a workspace, as the projects that it is today. */
export function readPastedPackages(layout: JsonValue): readonly PluginProject[] {
  const saved = isPlainObject(layout) ? layout['customPackages'] : undefined
  if (!Array.isArray(saved)) return []
  return saved.flatMap((value: unknown) => {
    const { code, packageId, title } = isPlainObject(value) ? value : {}
    if (!isPackageId(packageId) || typeof title !== 'string' || typeof code !== 'string') return []
    const files = { 'plugin.tsx': code, 'manifest.json': createManifestText({ packageId, title }) }
    return [{ packageId, title, files, editedAt: 0 }]
  })
}
