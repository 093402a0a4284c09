import { realpath } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

import type { Diagnostic } from '@plugboard/contracts'
import { rolldown, type RolldownLog } from 'rolldown'

import type { BundleDiagnosticCode } from './bundleDiagnostics.ts'
import { createPackageBoundary } from './packageBoundary.ts'
import { readLog, readLogs } from './readLog.ts'
import { SourceNames } from './sourceNames.ts'
import { toPortableMap } from './portableMap.ts'

export interface BundlePluginOptions {
  /** File to start from: TypeScript or JavaScript, with JSX where its name ends in `x`. */
  readonly entry: string
  /**
   * Folder of the package: places are said from here, its files are the author's own, and only they and those of packages that
   * are imported by name go into the script. When absent, places are said from the folder of `entry`, and whatever is imported
   * goes in: that is for code that is trusted as its application is.
   */
  readonly root?: string
  /** Conditions under which the `exports` of packages are read, the first being the strongest. */
  readonly conditions?: readonly string[]
  /** Whether spaces and long names go. The source map leads back all the same. */
  readonly minify?: boolean
}

/** A plugin as one script, and where its lines came from. */
export interface PluginBundle {
  /** What a VM takes as it is; absent when a diagnostic is an `error`. */
  readonly code?: string
  /**
   * Version-3 source map of `code`, as JSON. Sources are named from `root`, those of other packages by the name of their
   * package; only the text of the author's own is in it.
   */
  readonly sourceMap?: string
  readonly diagnostics: readonly Diagnostic<BundleDiagnosticCode>[]
  /** Paths on this machine of the files that were read, in order, for whoever watches them: of a bundle that failed, the entry. */
  readonly files: readonly string[]
}

/**
 * Makes one script out of an entry and all that it imports. It runs none of it, and reads no configuration: JSX is that of
 * `@plugboard/sdk`, whatever a `tsconfig.json` says. The same files give the same text on every machine.
 *
 * What the entry exports is dropped: a plugin says what it is by calling `definePlugin`.
 */
export async function bundlePlugin(options: BundlePluginOptions): Promise<PluginBundle> {
  const entry = resolve(options.entry)
  const root = await toRealPath(resolve(options.root ?? dirname(entry)))
  const names = new SourceNames(root)
  const { plugin: boundary, refused } = createPackageBoundary(names)
  const warnings: RolldownLog[] = []
  const readWarnings = () => warnings.flatMap((log) => readLog(log, { severity: 'warning', names, entry }))
  try {
    await using bundle = await rolldown({
      cwd: root,
      input: entry,
      platform: 'neutral',
      tsconfig: false,
      plugins: options.root === undefined ? [] : [boundary],
      resolve: {
        symlinks: true,
        conditionNames: [...(options.conditions ?? CONDITIONS)],
        mainFields: ['module', 'main'],
      },
      transform: { jsx: { runtime: 'automatic', importSource: '@plugboard/sdk', development: false, pure: false } },
      // Which file a line is of is the business of the source map; a comment would name folders of this machine.
      experimental: { attachDebugInfo: 'none' },
      onLog: (level, log) => {
        if (level === 'warn') warnings.push(log)
      },
    })
    const { output } = await bundle.generate({
      format: 'iife',
      sourcemap: 'hidden',
      minify: options.minify ?? false,
      comments: false,
      codeSplitting: false,
    })
    const files = (await bundle.watchFiles).toSorted()
    if (refused.length > 0) return { diagnostics: refused, files }
    const diagnostics = readWarnings()
    const [{ code, map }] = output
    if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics, files }
    return { code, ...(map === null ? {} : { sourceMap: toPortableMap(map, { root, names }) }), diagnostics, files }
  } catch (error) {
    // After something was kept out the bundler misses it, and says so.
    const diagnostics = refused.length > 0 ? refused : [...readWarnings(), ...readLogs(error, { names, entry })]
    return { diagnostics, files: [entry] }
  }
}

/** The bundler gives paths with no link in them: they compare with those. */
function toRealPath(path: string): Promise<string> {
  // One that is not there is the bundler's to report.
  return realpath(path).catch(() => path)
}

const CONDITIONS: readonly string[] = ['import', 'default']
