import type { PackageDigest, PackageSignature } from '@plugboard/package-format'

/** The file `plugins.lock.json`: what exactly was there when the packages were enabled. */
export interface Lock {
  readonly version: 1
  /** By ref with its source, as `folder:clock`. */
  readonly plugins: Readonly<Record<string, LockedPackage>>
}

export interface LockedPackage {
  readonly version: string
  readonly digest: PackageDigest
  /** Where in its source, for people and for fetching it again. Not a path of the machine. */
  readonly location: string
  /** The signature that its source had for it: what is verified when it is restored. */
  readonly signature?: PackageSignature
}

/** What is locked for a ref, or undefined. */
export function lockedPackage(lock: Lock | undefined, ref: string): LockedPackage | undefined {
  return lock !== undefined && Object.hasOwn(lock.plugins, ref) ? lock.plugins[ref] : undefined
}

/** The text of the file: the same for the same lock, in the order of the refs. */
export function formatLock(lock: Lock): string {
  const plugins = Object.entries(lock.plugins)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([ref, { digest, location, version, ...rest }]) => [ref, { version, digest, location, ...rest }] as const)
  return `${JSON.stringify({ version: lock.version, plugins: Object.fromEntries(plugins) }, null, 2)}\n`
}
