import type { PackageFiles, PluginManifest } from '@plugboard/package-format'

/** A manifest that nothing is wrong with. */
export const MANIFEST: PluginManifest = {
  schemaVersion: 1,
  id: 'clock',
  name: 'Clock',
  version: '1.2.0',
  runtime: { kind: 'quickjs', entry: 'dist/plugin.js', apiVersion: 1 },
  surfaces: { widgets: [{ id: 'main', title: 'Clock' }] },
  requests: { readShared: ['time'] },
  files: ['LICENSE', 'README.md', 'dist/plugin.js'],
}

/** Enough of it that packing makes it smaller. */
export const CODE: string = `definePlugin(() => ({ title: 'Clock' }))\n${'// tick, tock\n'.repeat(30)}`

/** Of {@link createFiles} without changes: the same in Node.js and in browsers. */
export const SAMPLE_DIGEST = 'sha256:25cd011bd3ad1a97f3382203327d37e6065371b69304bcb26cb7a1edb952bef1'

/** The files of a package, with changes to its manifest and other files. A file of `null` is left out. */
export function createFiles({
  files = {},
  manifest = {},
}: {
  /** Any JSON: what a stored file says is not typed. */
  readonly manifest?: Readonly<Record<string, unknown>>
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>
} = {}): PackageFiles {
  const all = {
    LICENSE: 'Do as you like.\n',
    'README.md': '# Clock\n',
    'dist/plugin.js': CODE,
    'plugin.json': `${JSON.stringify({ ...MANIFEST, ...manifest }, null, 2)}\n`,
    ...files,
  }
  return new Map(
    Object.entries(all).flatMap(([path, content]) => (content === null ? [] : [[path, toBytes(content)] as const])),
  )
}

export function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
