import { basename, dirname, isAbsolute } from 'node:path'

import type { Diagnostic } from '@plugboard/contracts'
import type { Plugin } from 'rolldown'

import { bundleDiagnostic, type BundleDiagnosticCode } from './bundleDiagnostics.ts'
import type { SourceNames } from './sourceNames.ts'

/** Keeps out of a bundle what is neither the author's own nor of a package. */
export interface PackageBoundary {
  /** Sees every file before the bundler reads it. */
  readonly plugin: Plugin
  /** What was kept out so far. */
  readonly refused: readonly Diagnostic<BundleDiagnosticCode>[]
}

/**
 * Lets into a bundle the files under the root, wherever links lead from, and those of packages that are imported by name. Anything
 * else that a source names, in a folder of its reader, would leave their machine inside of the script.
 */
export function createPackageBoundary(names: SourceNames): PackageBoundary {
  const refused: Diagnostic<BundleDiagnosticCode>[] = []
  const plugin: Plugin = {
    name: 'package-boundary',
    async resolveId(specifier, importer, { kind }) {
      const found = await this.resolve(specifier, importer, { kind })
      // What is no file is nobody's: a `data:` import is in the source itself.
      if (found === null || !isAbsolute(found.id)) return found
      if (isLetIn(found.id, { specifier, importer, names })) return found
      refused.push(refuse({ specifier, importer, names }))
      // Never read; the bundle goes on, so that all that is outside is said at once.
      return { id: specifier, external: true }
    },
  }
  return { plugin, refused }
}

interface ImportPlace {
  readonly specifier: string
  /** Absent for the entry. */
  readonly importer: string | undefined
  readonly names: SourceNames
}

/** @param path With no link left in it. */
function isLetIn(path: string, { importer, names, specifier }: ImportPlace): boolean {
  if (names.isUnderRoot(path)) return true
  const owner = names.ownerOf(dirname(path))
  if (owner === null || importer === undefined) return false
  // A package that was let in imports its own files as it likes.
  const isOwn = !names.isUnderRoot(importer) && names.ownerOf(dirname(importer))?.folder === owner.folder
  if (isOwn || !isName(specifier)) return isOwn
  // A package of a workspace is a link to its folder: that has to be a package of that very name.
  return isInstalled(owner.folder) || owner.name === packageOf(specifier)
}

function isName(specifier: string): boolean {
  return !/^(?:[./\\]|[a-z][\w+.-]*:)/i.test(specifier)
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function isInstalled(folder: string): boolean {
  const above = dirname(folder)
  return basename(basename(above).startsWith('@') ? dirname(above) : above) === 'node_modules'
}

function refuse({ importer, names, specifier }: ImportPlace): Diagnostic<BundleDiagnosticCode> {
  return importer === undefined
    ? bundleDiagnostic('bundle-file-outside', { message: 'The entry of the plugin is outside of its folder.' })
    : bundleDiagnostic('bundle-file-outside', {
        message: `"${names.clean(specifier)}" is outside of the folder of the plugin, and of no package that is imported by name.`,
        path: names.nameOf(importer),
      })
}
