import type { PluginProject } from '../projects/pluginProject.ts'
import { tidyTitle } from '../projects/tidyTitle.ts'
import { compilePlugin, type CompiledPlugin } from './compilePlugin.ts'
import { readManifest } from './readManifest.ts'
import type { SourceProblem } from './sourceProblem.ts'

/** A project as a VM takes it, and what of its manifest the page goes by. */
export interface CompiledProject extends CompiledPlugin {
  readonly title: string
  /** Decides whether a state goes over to this version. */
  readonly stateVersion: number
}

export type ProjectResult =
  | CompiledProject
  | { readonly kind: 'refused'; readonly problems: readonly [SourceProblem, ...SourceProblem[]] }

/** Compiles the files of a project. Nothing of the manifest grants anything. */
export function compileProject({ files, packageId }: PluginProject, prelude: string): ProjectResult {
  const plugin = compilePlugin(files['plugin.tsx'], prelude)
  const manifest = readManifest(files['manifest.json'], packageId)
  if (plugin.kind === 'refused') {
    const [first, ...others] = plugin.problems
    return { kind: 'refused', problems: [first, ...others, ...(manifest.kind === 'refused' ? [manifest.problem] : [])] }
  }
  if (manifest.kind === 'refused') return { kind: 'refused', problems: [manifest.problem] }
  // The host counts a state without a version as of version 1.
  const { stateVersion = 1, title } = manifest.manifest
  return { ...plugin, title: tidyTitle(title), stateVersion }
}
