/** What the part about a workspace says that it is. */
export const WORKSPACE_FORMAT = 'plugboard-workspace'

type Parts = ReadonlyMap<string, unknown>

/** Makes the parts of a version out of those of the version before; the first entry makes version 2. May throw. */
export type FormatMigration = (parts: Parts) => Parts

const MIGRATIONS: readonly FormatMigration[] = []

/** The version of a workspace that this release writes. */
export const WORKSPACE_VERSION: number = MIGRATIONS.length + 1

/**
 * Brings parts of an earlier version to the present one, version by version.
 *
 * @throws whatever a migration throws that cannot understand what it is given.
 */
export function migrateParts(
  parts: Parts,
  version: number,
  migrations: readonly FormatMigration[] = MIGRATIONS,
): Parts {
  return migrations.slice(version - 1).reduce((current, migrate) => migrate(current), parts)
}
