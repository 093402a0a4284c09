import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { PublishedPackage } from './publishedPackage.ts'
import { runCommand } from './workbench.ts'

/** A package as the registry would get it. */
export interface Tarball {
  readonly name: string
  readonly folder: string
  readonly path: string
  /** Entries that carry no types, styles for example. */
  readonly untyped: readonly string[]
}

/** Packs one built package into `into`. */
export function packTarball(root: string, { folder, manifest }: PublishedPackage, into: string): Tarball {
  const own = join(into, folder.replaceAll('/', '-'))
  mkdirSync(own, { recursive: true })
  const { isGood, output } = runCommand(root, join(root, folder), ['pnpm', 'pack', '--pack-destination', own])
  const [file] = readdirSync(own)
  if (!isGood || file === undefined) throw new Error(`${folder} cannot be packed:\n${output}`)
  const entries = Object.entries(manifest.publishConfig?.exports ?? {})
  const untyped = entries.filter(([, target]) => typeof target === 'string').map(([entry]) => entry)
  return { name: manifest.name, folder, path: join(own, file), untyped }
}

/** What publint and Are the types wrong say against a tarball; empty when they are content. */
export function lintTarball(root: string, { name, path, untyped }: Tarball): readonly string[] {
  const exclude = untyped.length > 0 ? ['--exclude-entrypoints', ...untyped] : []
  return [
    ['publint', 'run', path, '--strict', '--level', 'warning'],
    ['attw', path, '--profile', 'esm-only', '--no-emoji', '--no-color', ...exclude],
  ].flatMap((command) => {
    const { isGood, output } = runCommand(root, root, command)
    return isGood ? [] : [`${name}: ${command[0]}:\n${output}`]
  })
}
