import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'

import { cleanDisplayText, type Diagnostic } from '@plugboard/contracts'
import type { PackageFiles, PluginManifest } from '@plugboard/package-format'
import {
  formatSurface,
  intersectGrants,
  type Lock,
  type PluginGrants,
  restorePlugins,
  subtractGrants,
} from '@plugboard/registry'
import { createFolderCache } from '@plugboard/registry/node'

import { cliDiagnostic } from '../cliDiagnostics.ts'
import { CliError, type CommandContext, type CommandOptions } from '../commandOutcome.ts'
import { listRequests, listSurfaces } from '../package/describeManifest.ts'
import { hasErrors, inspectPath } from '../package/inspectPath.ts'
import { findPackage } from '../project/findEntry.ts'
import { openProject, PROJECT_PLACES, readProjectFiles } from '../project/openProject.ts'
import { parseGrants } from './parseGrants.ts'

/** A package that is about to run, and what it may do. */
export interface RunTarget {
  readonly manifest: PluginManifest
  readonly code: string
  readonly sourceMap?: string
  readonly grants: PluginGrants
  /** What of the manifest is enabled, as `tool:add`: nothing else of the plugin is called or shown. */
  readonly surfaces: readonly string[]
}

export interface FoundTarget {
  /** Absent when there is an error among the diagnostics. */
  readonly target?: RunTarget
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What a person means by the target of `run`: a path where it is written as one, else the ref of an enabled package. What the
 * present folder happens to have decides nothing: by its name runs only what is pinned.
 */
export async function findTarget(text: string, options: CommandOptions, context: CommandContext): Promise<FoundTarget> {
  const isPath = /[/\\]|^\.|\.plug$/.test(text)
  return isPath ? findAtPath(text, options, context) : findLocked(text, options, context)
}

/** Grants of a package at a path are those of the command line, as far as it asks for them. */
async function findAtPath(path: string, options: CommandOptions, context: CommandContext): Promise<FoundTarget> {
  const given = parseGrants(options.list('grant'))
  const { diagnostics, files, manifest } = await inspectPath(path, context)
  if (manifest === undefined || hasErrors(diagnostics)) return { diagnostics }
  const useless = listRequests(subtractGrants(given, manifest.requests))
  const unasked = useless.map((grant) =>
    cliDiagnostic('grant-void', { message: `The package does not ask for ${grant}, so it does not get it.` }),
  )
  return {
    target: {
      manifest,
      ...readCode(manifest, files),
      grants: intersectGrants(given, manifest.requests),
      surfaces: listSurfaces(manifest.surfaces),
    },
    diagnostics: [...diagnostics, ...unasked],
  }
}

/** An enabled package runs as it is pinned, with the grants of plugins.json, whatever its source has by now. */
async function findLocked(text: string, options: CommandOptions, context: CommandContext): Promise<FoundTarget> {
  if (options.list('grant').length > 0) {
    const message = 'A pinned package has the grants of plugins.json, so --grant gives it nothing.'
    throw new CliError('usage-invalid', { message, hint: 'Write the grants into plugins.json, or give a path.' })
  }
  const { enablement, fileDiagnostics, folder, lock = NO_LOCK } = await readProjectFiles(options, context)
  const cache = createFolderCache({ folder, path: PROJECT_PLACES.cache })
  const plan = await restorePlugins({ lock, enablement, cache })
  const found = findPackage(plan, text)
  const [entry] = found.entries
  if (entry === undefined) return { diagnostics: [...fileDiagnostics, await whyNothing(text, options, context)] }
  const diagnostics = [...fileDiagnostics, ...entry.diagnostics]
  const files = plan.contents.get(entry.ref)
  if (entry.manifest === undefined || files === undefined) {
    const why = hasErrors(diagnostics) ? [] : [cliDiagnostic('plugin-not-active', { ref: entry.ref })]
    return { diagnostics: [...diagnostics, ...why] }
  }
  const { effective, manifest } = entry
  const surfaces = entry.surfaces.filter(({ isEnabled }) => isEnabled).map(formatSurface)
  return { target: { manifest, ...readCode(manifest, files), grants: effective, surfaces }, diagnostics }
}

const NO_LOCK: Lock = { version: 1, plugins: {} }

/** Of a name that nothing enabled has: whether there is such a package at all is known to the sources alone. */
async function whyNothing(text: string, options: CommandOptions, context: CommandContext): Promise<Diagnostic> {
  const { plan } = await openProject(options, context)
  const { entries, why } = findPackage(plan, text)
  const [entry] = entries
  if (why?.code !== 'package-missing') return why ?? cliDiagnostic('plugin-not-active', { ref: entry?.ref ?? text })
  const isThere = (await stat(resolve(context.io.cwd, text)).catch(() => undefined)) !== undefined
  return isThere ? { ...why, hint: `The path is written ./${cleanDisplayText(text).slice(0, 80)}.` } : why
}

function readCode({ runtime }: PluginManifest, files: PackageFiles): Pick<RunTarget, 'code' | 'sourceMap'> {
  if (runtime.kind !== 'quickjs') return { code: '' }
  const read = (path: string | undefined): string | undefined => {
    const bytes = path === undefined ? undefined : files.get(path)
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
  }
  const sourceMap = read(runtime.sourceMap)
  return { code: read(runtime.entry) ?? '', ...(sourceMap === undefined ? {} : { sourceMap }) }
}
