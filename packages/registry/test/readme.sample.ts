import { readFile, writeFile } from 'node:fs/promises'

import {
  acquirePackages,
  createLock,
  discover,
  formatLock,
  parseEnablement,
  parseLock,
  resolvePlugins,
  restorePlugins,
  type ResolvedPlan,
  type RestoredPlan,
} from '@plugboard/registry'
import { createFolderCache, createFolderSource } from '@plugboard/registry/node'

/** Once, and whenever a person changed what is enabled: look, decide, keep the content, pin it. */
export async function lockPlugins(project: string): Promise<ResolvedPlan> {
  const sources = [createFolderSource({ id: 'folder', folder: `${project}/plugins` })]
  const cache = createFolderCache({ folder: project, path: '.plugboard/cache' })
  const { diagnostics, enablement } = parseEnablement(await readFile(`${project}/plugins.json`))
  if (enablement === undefined) throw new Error(diagnostics[0]?.message)
  const found = await discover(sources)
  const inventory = await acquirePackages({ inventory: found, enablement, sources, cache })
  const plan = resolvePlugins({ inventory, enablement })
  await writeFile(`${project}/plugins.lock.json`, formatLock(createLock(plan)))
  return plan
}

/** At every start: what was pinned, from the cache alone. */
export async function startPlugins(project: string): Promise<RestoredPlan> {
  const { enablement } = parseEnablement(await readFile(`${project}/plugins.json`))
  const { lock } = parseLock(await readFile(`${project}/plugins.lock.json`))
  if (enablement === undefined || lock === undefined) throw new Error('Lock the plugins first.')
  return restorePlugins({ lock, enablement, cache: createFolderCache({ folder: project, path: '.plugboard/cache' }) })
}
