import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

import type { Layer } from './layers.ts'

/** The parts of a package.json that say what the package needs. */
export interface Manifest {
  readonly name?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** A source file of a layer, its path from the workspace's root. */
export interface SourceFile {
  readonly path: string
  readonly isTest: boolean
  readonly text: string
}

/** What the check looks at: a layer's manifest and its sources. */
export interface LayerFiles {
  readonly layer: Layer
  readonly manifest: Manifest
  readonly files: readonly SourceFile[]
}

export const SCOPE = '@plugboard/'

const SOURCES = ['src', 'test', 'e2e', 'scripts', 'generate', 'guest', 'examples'].map(
  (folder) => `${folder}/**/*.{ts,tsx,mts,js,mjs}`,
)
const SKIPPED = /(^|\/)(node_modules|dist|\.turbo)(\/|$)/

/** Reads one layer from disk. */
export function readLayerFiles(root: string, layer: Layer): LayerFiles {
  const base = join(root, layer.folder)
  const paths = globSync([...SOURCES, '*.{ts,mts,mjs}'], { cwd: base, exclude: (path) => SKIPPED.test(path) })
  return {
    layer,
    manifest: readManifest(join(base, 'package.json')),
    files: paths.toSorted().map((path) => ({
      path: relative(root, join(base, path)),
      // what a package publishes is src without its tests; everything else only runs while developing it
      isTest: !path.startsWith('src/') || /\.(test|test-d|bench)\.tsx?$/.test(path),
      text: readFileSync(join(base, path), 'utf8'),
    })),
  }
}

/** The folders of the workspace that hold a package, whether the table knows them or not. */
export function findPackageFolders(root: string): readonly string[] {
  return globSync(['packages/*/package.json', 'apps/*/package.json', 'examples/*/package.json'], { cwd: root })
    .map((path) => path.replace('/package.json', ''))
    .toSorted()
}

function readManifest(path: string): Manifest {
  if (!existsSync(path)) throw new Error(`${path} is missing, though tooling/layers/layers.ts lists its folder`)
  // package.json is npm's shape; the check reads names only
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest
}
