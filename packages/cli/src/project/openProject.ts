import { lstat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import type { Diagnostic } from '@plugboard/contracts'
import {
  discover,
  type Enablement,
  type Inventory,
  type Lock,
  NO_ENABLEMENT,
  parseEnablement,
  parseLock,
  type PluginSource,
  type ResolvedPlan,
  resolvePlugins,
} from '@plugboard/registry'
import { createFolderSource, createNodeModulesSource } from '@plugboard/registry/node'

import { CliError, type CommandContext, type CommandOptions } from '../commandOutcome.ts'
import { readOwnText } from '../readOwnText.ts'

/** Where the parts of a project are, from its folder. */
export const PROJECT_PLACES = {
  plugins: 'plugins',
  nodeModules: 'node_modules',
  enablement: 'plugins.json',
  lock: 'plugins.lock.json',
  cache: '.plugboard/cache',
} as const

/** The two files of a project in which people and `lock` say what is to run. */
export interface ProjectFiles {
  readonly folder: string
  readonly enablement: Enablement
  /** Absent where there is none, or none that can be taken. */
  readonly lock?: Lock
  readonly fileDiagnostics: readonly Diagnostic[]
}

/** A project with all that its sources have. */
export interface Project extends ProjectFiles {
  readonly inventory: Inventory
  readonly sources: readonly PluginSource[]
  readonly plan: ResolvedPlan
  /** Of the files and of what belongs to no package. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Largest of these files that is read at all, in bytes. */
const LARGEST = 8 * 1024 * 1024

/** Reads what is enabled and locked. @throws CliError `path-missing` when there is no such folder. */
export async function readProjectFiles(options: CommandOptions, { io }: CommandContext): Promise<ProjectFiles> {
  const path = options.text('dir') ?? '.'
  const folder = resolve(io.cwd, path)
  const stat = await lstat(folder).catch(() => undefined)
  if (stat === undefined) throw new CliError('path-missing', { path })
  const [enablementText, lockText] = await Promise.all([
    readOwnText({ folder, path: PROJECT_PLACES.enablement, most: LARGEST }),
    readOwnText({ folder, path: PROJECT_PLACES.lock, most: LARGEST }),
  ])
  const enabled = enablementText === undefined ? undefined : parseEnablement(enablementText)
  const locked = lockText === undefined ? undefined : parseLock(lockText)
  return {
    folder,
    enablement: enabled?.enablement ?? NO_ENABLEMENT,
    ...(locked?.lock === undefined ? {} : { lock: locked.lock }),
    fileDiagnostics: [...(enabled?.diagnostics ?? []), ...(locked?.diagnostics ?? [])],
  }
}

/** Looks at everything that a project has, and runs none of it. @throws CliError as {@link readProjectFiles}. */
export async function openProject(options: CommandOptions, context: CommandContext): Promise<Project> {
  const { io, progress } = context
  const files = await readProjectFiles(options, context)
  const { enablement, folder, lock } = files
  const sources = await findSources(folder)
  progress.say('Looking for packages')
  const inventory = await discover(sources, io.signal)
  const plan = resolvePlugins({ inventory, enablement, ...(lock === undefined ? {} : { lock }) })
  return { ...files, sources, inventory, plan, diagnostics: [...files.fileDiagnostics, ...plan.diagnostics] }
}

/** A project need not have both places. One that is there and cannot be read is the source's to report. */
async function findSources(folder: string): Promise<readonly PluginSource[]> {
  const sources = [
    { path: join(folder, PROJECT_PLACES.plugins), id: 'folder', create: createFolderSource },
    { path: join(folder, PROJECT_PLACES.nodeModules), id: 'npm', create: createNodeModulesSource },
  ]
  const stats = await Promise.all(sources.map(({ path }) => lstat(path).catch(() => undefined)))
  return sources
    .filter((_, place) => stats[place] !== undefined)
    .map(({ create, id, path }) => create({ id, folder: path }))
}
