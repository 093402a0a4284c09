import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A package.json as far as publishing cares. */
export interface PublishedManifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly description?: string
  readonly license?: string
  readonly type?: string
  readonly sideEffects?: unknown
  readonly files?: readonly string[]
  readonly exports?: Readonly<Record<string, unknown>>
  readonly publishConfig?: { readonly access?: string; readonly exports?: Readonly<Record<string, unknown>> }
  readonly engines?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** A package of the workspace that goes to the registry. */
export interface PublishedPackage {
  readonly folder: string
  readonly manifest: PublishedManifest
  /** Files beside package.json that the check asks for. */
  readonly hasReadme: boolean
}

/** Every package of `packages/` that is not private. */
export function findPublishedPackages(root: string): readonly PublishedPackage[] {
  return globSync('packages/*/package.json', { cwd: root })
    .toSorted()
    .map((path) => ({
      folder: dirname(path),
      // npm's shape; checkManifest looks at every field that matters
      manifest: JSON.parse(readFileSync(join(root, path), 'utf8')) as PublishedManifest,
      hasReadme: existsSync(join(root, dirname(path), 'README.md')),
    }))
    .filter(({ manifest }) => manifest.private !== true)
}
