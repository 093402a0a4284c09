import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'

/** The package that files belong to. */
export interface OwningPackage {
  readonly folder: string
  readonly name: string
}

/** Says of files where they are without naming a folder of this machine. */
export class SourceNames {
  readonly #root: string
  /** The package that a folder belongs to; null where there is none. */
  readonly #packages = new Map<string, OwningPackage | null>()

  /** @param root With no link in it, as the paths that are asked for. */
  constructor(root: string) {
    this.#root = root
  }

  /** Whether the file is under the root and not installed there. */
  isOwn(path: string): boolean {
    return this.isUnderRoot(path) && !this.#fromRoot(path).includes('node_modules')
  }

  /** Whether the file is under the root, installed there or not. */
  isUnderRoot(path: string): boolean {
    const place = relative(this.#root, path)
    return !isAbsolute(place) && place.split(sep)[0] !== '..'
  }

  /** From the root for a file of one's own; `<package>/…` for one of another package; else the mere name of the file. */
  nameOf(path: string): string {
    if (this.isOwn(path)) return this.#fromRoot(path).join('/')
    const owner = this.ownerOf(dirname(path))
    if (owner === null) return basename(path)
    return [owner.name, ...relative(owner.folder, path).split(sep)].join('/')
  }

  /** A text in which no folder of this machine is left: the root goes, and of other absolute paths the last name stays. */
  clean(text: string): string {
    return text
      .replaceAll('file://', '')
      .replaceAll(this.#root + sep, '')
      .replaceAll(/(?<![\w.:/])(?:\/|[A-Za-z]:\\)(?:[^\s'"`:/\\]+[/\\])+/g, '')
  }

  /** The package that a folder is of: the nearest above with a name. Null where there is none. */
  ownerOf(folder: string): OwningPackage | null {
    const known = this.#packages.get(folder)
    if (known !== undefined) return known
    const name = readPackageName(folder)
    const parent = dirname(folder)
    const owner = name !== undefined ? { folder, name } : parent === folder ? null : this.ownerOf(parent)
    this.#packages.set(folder, owner)
    return owner
  }

  #fromRoot(path: string): readonly string[] {
    return relative(this.#root, path).split(sep)
  }
}

function readPackageName(folder: string): string | undefined {
  try {
    const file = join(folder, 'package.json')
    // A pipe or a device need not end.
    if (!statSync(file).isFile()) return undefined
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof manifest !== 'object' || manifest === null || !('name' in manifest)) return undefined
    return typeof manifest.name === 'string' ? manifest.name : undefined
  } catch {
    // None here, or none that can be read: the folder above may have one.
    return undefined
  }
}
