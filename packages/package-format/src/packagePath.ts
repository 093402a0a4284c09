/** Longest path of a file in a package, in characters. */
export const PACKAGE_PATH_LENGTH = 200

// Names that Windows keeps for devices, with any ending. A pattern of JSON Schema has no flag for either case.
const DEVICES = ['con', 'prn', 'aux', 'nul', 'com[0-9]', 'lpt[0-9]']
  .join('|')
  .replaceAll(/(?<!\[.?)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
const SEGMENT = `(?!(?:${DEVICES})(?:\\.|/|$))[A-Za-z0-9_@+-](?:[A-Za-z0-9._@+-]*[A-Za-z0-9_@+-])?`

/**
 * What a path in a package may be: letters and digits of ASCII, `.`, `_`, `-`, `+` and `@`, with `/` between folders; no
 * part of it begins or ends with a dot or is the name of a device.
 *
 * Every file system keeps such a name as it is. With other scripts, two names that differ here would be one there
 * (normal forms, Turkish letters, full-width letters), and a path would mean what the reader's machine makes of it.
 */
export const PACKAGE_PATH: RegExp = new RegExp(`^${SEGMENT}(?:/${SEGMENT})*$`)

/** Whether a file of a package may be at `path`. */
export function isPackagePath(path: string): boolean {
  return path.length <= PACKAGE_PATH_LENGTH && PACKAGE_PATH.test(path)
}

/** Two paths that cannot both be there, on a file system that tells no upper case from lower. */
export interface PathClash {
  readonly path: string
  readonly with: string
}

/**
 * The first path that is another one in other letters, or a folder of another one. A path may name a folder itself, with
 * a `/` at its end.
 */
export function findPathClash(paths: Iterable<string>): PathClash | null {
  const files = new Map<string, string>()
  const folders = new Map<string, string>()
  for (const path of paths) {
    const folded = path.toLowerCase()
    const other = files.get(folded) ?? folders.get(folded)
    if (other !== undefined) return { path, with: other }
    files.set(folded, path)
    for (let slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
      const folder = folded.slice(0, slash)
      const file = files.get(folder)
      if (file !== undefined) return { path, with: file }
      folders.set(folder, path)
    }
  }
  return null
}
