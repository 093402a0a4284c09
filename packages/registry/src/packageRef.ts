import { isPackageId, type PackageId } from '@plugboard/contracts'

/** A package and where it comes from. */
export interface PackageRef {
  /** Name of the source; absent where a person named only the package. */
  readonly source?: string
  readonly id: PackageId
}

const SOURCE = /^[a-z][a-z0-9-]{0,31}$/

/** Whether `value` may name a source: lower-case letters, digits and dashes, 1 to 32 characters. */
export function isSourceId(value: unknown): value is string {
  return typeof value === 'string' && SOURCE.test(value)
}

/** Reads `folder:clock` or `clock`; undefined for anything else. */
export function parsePackageRef(text: string): PackageRef | undefined {
  const colon = text.indexOf(':')
  const id = text.slice(colon + 1)
  if (!isPackageId(id)) return undefined
  if (colon < 0) return { id }
  const source = text.slice(0, colon)
  return isSourceId(source) ? { source, id } : undefined
}

/** `folder:clock`. */
export function formatPackageRef(ref: PackageRef): string {
  return ref.source === undefined ? ref.id : `${ref.source}:${ref.id}`
}

/** Whether a person who writes `text` may mean the package of this ref: by its whole name, or by its id alone. */
export function mayMean(text: string, ref: string): boolean {
  const named = parsePackageRef(text)
  return text === ref || (named !== undefined && named.source === undefined && parsePackageRef(ref)?.id === named.id)
}
