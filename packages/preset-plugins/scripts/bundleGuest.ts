import { join } from 'node:path'

import { rolldown } from 'rolldown'

/** A guest as one script, and where its lines came from. */
export interface GuestBundle {
  readonly code: string
  readonly sourceMap: string
}

/** Bundles the guest of a preset with what it imports of the SDK. The same input gives the same text on every machine. */
export async function bundleGuest(root: string, preset: string): Promise<GuestBundle> {
  await using bundle = await rolldown({
    cwd: root,
    input: join('src', preset, 'guest.tsx'),
    platform: 'neutral',
    tsconfig: false,
    resolve: { conditionNames: ['@plugboard/source', 'import', 'default'], mainFields: ['module', 'main'] },
    transform: { jsx: { runtime: 'automatic', importSource: '@plugboard/sdk', development: false, pure: false } },
    onLog: (level, log) => {
      // Whatever the bundler warns of would be a fault inside the VM, far from here.
      if (level === 'warn') throw new Error(`The guest of ${preset} cannot be bundled: ${log.message}`)
    },
  })
  const { output } = await bundle.generate({ format: 'iife', sourcemap: 'hidden', minify: false, comments: false })
  const [chunk] = output
  if (output.length !== 2 || chunk.map === null) {
    throw new Error(`The guest of ${preset} does not fit one script with one map: it made ${output.length} files.`)
  }
  return { code: chunk.code, sourceMap: toPortableMap(chunk.map, preset) }
}

interface Map {
  readonly version: number
  readonly names: readonly string[]
  readonly mappings: string
  readonly sources: readonly string[]
  readonly sourcesContent?: readonly (string | null)[] | undefined
}

/**
 * Names sources by their package, and the guest by its preset: a place in it then says of which plugin it is. The text of the
 * preset's own ones is kept, which is what a person may want to read.
 */
function toPortableMap({ version, names, mappings, sources, sourcesContent }: Map, preset: string): string {
  const paths = sources.map((source) =>
    source
      .replaceAll('\\', '/')
      .replace(/^(\.\.\/|src\/)+/, '')
      .replace(/\/guest\.tsx$/, `/${preset}.tsx`),
  )
  return JSON.stringify({
    version,
    sources: paths,
    sourcesContent: paths.map((path, index) =>
      path.startsWith(`${preset}/`) ? (sourcesContent?.[index] ?? null) : null,
    ),
    names,
    mappings,
  })
}
