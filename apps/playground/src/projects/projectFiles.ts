import { applyEdits, modify } from 'jsonc-parser'

import { freePackageId, type CreateProjectOptions } from './createProject.ts'
import type { PluginProject } from './pluginProject.ts'

// Apart from the rest, because it brings a reader of JSON along.

/** The text of a manifest with another title, and with all the rest as it was written. */
export function withManifestTitle(text: string, title: string): string {
  return withManifestValue(text, 'title', title)
}

/** The same files under an id of its own. It has not run. */
export function duplicateProject(
  { files }: PluginProject,
  { at, taken, title }: Pick<CreateProjectOptions, 'at' | 'taken' | 'title'>,
): PluginProject {
  const packageId = freePackageId(title, taken)
  const manifest = withManifestValue(withManifestTitle(files['manifest.json'], title), 'packageId', packageId)
  return { packageId, title, files: { ...files, 'manifest.json': manifest }, editedAt: at }
}

// What is no object is left as it is: the editor says what is wrong with it.
function withManifestValue(text: string, name: string, value: string): string {
  try {
    const formattingOptions = { tabSize: 2, insertSpaces: true, eol: '\n' }
    return applyEdits(text, modify(text, [name], value, { formattingOptions }))
  } catch {
    return text
  }
}
