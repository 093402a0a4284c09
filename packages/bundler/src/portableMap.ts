import { resolve } from 'node:path'

import type { SourceNames } from './sourceNames.ts'

interface BundlerMap {
  readonly version: number
  readonly names: readonly string[]
  readonly mappings: string
  /** From the folder `dist` of the root, where nothing is written. */
  readonly sources: readonly string[]
  readonly sourcesContent?: readonly (string | null)[] | undefined
}

export interface PortableMapOptions {
  readonly root: string
  readonly names: SourceNames
}

/**
 * The map with names that mean the same on every machine. The text of the author's own files stays, which is what a person
 * may want to read; that of other packages would be most of its size.
 */
export function toPortableMap(map: BundlerMap, { root, names }: PortableMapOptions): string {
  const { version, mappings, sources, sourcesContent } = map
  const paths = sources.map((source) => resolve(root, 'dist', source))
  return JSON.stringify({
    version,
    sources: paths.map((path) => names.nameOf(path)),
    sourcesContent: paths.map((path, index) => (names.isOwn(path) ? (sourcesContent?.[index] ?? null) : null)),
    names: map.names,
    mappings,
  })
}
