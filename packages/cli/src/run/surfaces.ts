import type { Diagnostic } from '@plugboard/contracts'

import { cliDiagnostic } from '../cliDiagnostics.ts'
import { listSurfaces, writeNames } from '../package/describeManifest.ts'
import type { PluginSession } from './pluginSession.ts'
import type { RunTarget } from './runTarget.ts'

/** Names of what the code has that was loaded, as `tool:add`. */
function loadedSurfaces(session: PluginSession): readonly string[] {
  const { surfaces, widgets = [] } = session.instance() ?? {}
  return [
    ...widgets.map((id) => `widget:${id}`),
    ...(surfaces?.tools ?? []).map((name) => `tool:${name}`),
    ...(surfaces?.hooks ?? []).map((point) => `hook:${point}`),
    ...(surfaces?.services ?? []).map((name) => `service:${name}`),
  ]
}

/** Says where the manifest and the code do not have the same: one of the two is misspelt, or was forgotten. */
export function compareSurfaces({ manifest }: RunTarget, session: PluginSession): readonly Diagnostic[] {
  // What did not load has nothing, which is said as its failure.
  if (session.instance()?.status !== 'ready') return []
  const [said, loaded] = [listSurfaces(manifest.surfaces), loadedSurfaces(session)]
  const parts = [
    ['plugin.json alone has', said.filter((name) => !loaded.includes(name))] as const,
    ['the code alone has', loaded.filter((name) => !said.includes(name))] as const,
  ].filter(([, names]) => names.length > 0)
  if (parts.length === 0) return []
  const message = `${parts.map(([words, names]) => `${words} ${writeNames(names)}`).join('; ')}.`
  return [cliDiagnostic('surface-differs', { message: message.replace(/^t/, 'T') })]
}

/** Says what there is in place of what was named, as `tool:add`; of nothing that was named when that is absent. */
export function unknownSurface({ surfaces }: RunTarget, session: PluginSession, name?: string): Diagnostic {
  const loaded = loadedSurfaces(session)
  const there = surfaces.filter((surface) => loaded.includes(surface))
  const runs = there.filter((surface) => /^(widget|tool):/.test(surface))
  const others =
    there.length === 0
      ? 'Nothing of it runs here.'
      : `A terminal runs widgets and tools, and this has ${writeNames(there)}. Its tests call that.`
  return cliDiagnostic('surface-unknown', {
    message: name === undefined ? 'The plugin has no widget to show.' : `Nothing that is enabled is called ${name}.`,
    hint: runs.length === 0 ? others : `What runs here: ${writeNames(runs)}.`,
  })
}
