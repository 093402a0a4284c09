import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

import { bundlePlugin } from '@plugboard/bundler'

import { PluginTestError } from './pluginTestError.ts'

/** A plugin as one script, as `bundlePlugin` makes it. */
export interface PluginScript {
  readonly code: string
  /** Version-3 source map of `code`, as JSON. */
  readonly sourceMap?: string
}

/** A file of the plugin's own, from which it is bundled; or its script. */
export type PluginSourceInput = URL | string | PluginScript

export interface LoadedSource extends PluginScript {
  /** The folder that the files in the source map are named from; null when nobody has said. */
  readonly folder: string | null
}

/**
 * Reads what is to be mounted: a path or a `file:` URL is bundled, a script stays as it is.
 *
 * @throws PluginTestError `NOT_BUNDLED` with each thing that is wrong and where.
 */
export async function readPluginSource(
  source: PluginSourceInput,
  conditions: readonly string[] | undefined,
): Promise<LoadedSource> {
  if (typeof source === 'object' && !(source instanceof URL)) return { ...source, folder: null }
  const entry = typeof source === 'string' ? source : fileURLToPath(source)
  const { code, sourceMap, diagnostics } = await bundlePlugin({
    entry,
    ...(conditions === undefined ? {} : { conditions }),
  })
  if (code === undefined) {
    const faults = diagnostics.filter(({ severity }) => severity === 'error')
    throw new PluginTestError(
      'NOT_BUNDLED',
      [
        'The plugin could not be bundled.',
        ...faults.map(({ hint, message, path }) =>
          [path === undefined ? message : `${path}: ${message}`, hint].filter(Boolean).join(' '),
        ),
      ].join('\n  '),
    )
  }
  return { code, ...(sourceMap === undefined ? {} : { sourceMap }), folder: dirname(entry) }
}
