import { join } from 'node:path'

import {
  acquirePackages,
  createLock,
  formatLock,
  type Inventory,
  PackageCacheError,
  resolvePlugins,
} from '@plugboard/registry'
import { createFolderCache } from '@plugboard/registry/node'

import { CliError, type CommandContext, type CommandInput, type CommandOutcome } from '../commandOutcome.ts'
import { writeTable } from '../output/table.ts'
import { openProject, PROJECT_PLACES, type Project } from '../project/openProject.ts'
import { writeWholeFile } from '../wholeFile.ts'

/** `plugboard lock`: pins what is enabled, and keeps its content. It runs nothing. */
export async function runLock({ options }: CommandInput, context: CommandContext): Promise<CommandOutcome> {
  const { enablement, fileDiagnostics, folder, sources, ...project } = await openProject(options, context)
  context.progress.say('Keeping what is pinned')
  const inventory = await acquire({ inventory: project.inventory, enablement, sources, folder })
  // An earlier lock does not bind: this is where a person says that the present content is meant.
  const lock = createLock(resolvePlugins({ inventory, enablement }))
  const { diagnostics, entries } = resolvePlugins({ inventory, enablement, lock })
  const enabled = entries.filter(({ id, ref }) => enablement.plugins.some((plugin) => [ref, id].includes(plugin.ref)))
  // A lock that cannot be taken is what this writes anew.
  const ofFiles = fileDiagnostics.filter(({ code }) => code !== 'lock-invalid')
  const found = [...ofFiles, ...diagnostics, ...enabled.flatMap((entry) => entry.diagnostics)]
  // A file that pins only some of what is enabled would look like one that pins all of it.
  if (found.some(({ severity }) => severity === 'error')) {
    const text = () => `${PROJECT_PLACES.lock} was not written.\n`
    return { result: null, diagnostics: found.filter(({ code }) => !ABOUT_THE_LOCK.includes(code)), text }
  }
  await writeWholeFile(join(folder, PROJECT_PLACES.lock), formatLock(lock), PROJECT_PLACES.lock)
  const pinned = Object.entries(lock.plugins).map(([ref, { digest, version }]) => ({ ref, version, digest }))
  return {
    result: { file: PROJECT_PLACES.lock, pinned },
    diagnostics: found,
    text: (paint) =>
      pinned.length === 0
        ? `Nothing is enabled in ${PROJECT_PLACES.enablement}, so nothing is pinned.\n`
        : `${writeTable(
            [{ title: 'package' }, { title: 'version' }, { title: 'digest' }],
            pinned.map(({ digest, ref, version }) => [ref, version, digest]),
          )}\n${paint('green', 'locked')} in ${PROJECT_PLACES.lock}\n`,
  }
}

/** What asks for this very command; where it wrote nothing, the errors say what is to be done first. */
const ABOUT_THE_LOCK: readonly string[] = ['digest-unpinned', 'lock-stale']

type AcquireOptions = Pick<Project, 'inventory' | 'enablement' | 'sources' | 'folder'>

/** Keeps what is enabled where it is found again when its source has something newer. */
async function acquire({ folder, ...options }: AcquireOptions): Promise<Inventory> {
  const cache = createFolderCache({ folder, path: PROJECT_PLACES.cache })
  try {
    return await acquirePackages({ ...options, cache })
  } catch (error) {
    if (error instanceof PackageCacheError) throw new CliError('write-failed', { path: PROJECT_PLACES.cache })
    throw error
  }
}
