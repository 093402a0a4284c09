import { isPlainObject, type JsonValue } from '@plugboard/contracts'

/** One of the workspaces of this browser, as it stands in their list. Its content is in a database of its own. */
export interface WorkspaceEntry {
  readonly id: string
  readonly name: string
  /** In milliseconds since the epoch, like all of these. */
  readonly createdAt: number
  readonly openedAt: number
  /** Null: it was not deleted. What was is kept for {@link KEPT_MS}. */
  readonly deletedAt: number | null
}

/** The workspace that a first visitor meets. It keeps the database that there was before there were several. */
export const FIRST_ID = 'first'

/** How long a deleted workspace can be put back, in milliseconds. */
export const KEPT_MS = 7 * 24 * 60 * 60 * 1_000

/** Longest name, in characters. */
export const NAME_LENGTH = 80

const FIRST_DATABASE = 'plugboard-workspace'

/** Name of the database that holds a workspace. */
export function databaseOf(id: string): string {
  return id === FIRST_ID ? FIRST_DATABASE : `${FIRST_DATABASE}-${id}`
}

/** The workspace that a database holds; null for other databases. */
export function idOfDatabase(name: string): string | null {
  if (name === FIRST_DATABASE) return FIRST_ID
  const id = name.startsWith(`${FIRST_DATABASE}-`) ? name.slice(FIRST_DATABASE.length + 1) : ''
  return isWorkspaceId(id) && id !== FIRST_ID ? id : null
}

export function isWorkspaceId(id: unknown): id is string {
  return typeof id === 'string' && /^[a-z0-9]{1,32}$/.test(id)
}

/** A name as people may have typed it, or as it came with a link: one line, not empty, not too long. */
export function tidyName(name: string, otherwise: string): string {
  const words = name
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, NAME_LENGTH)
    .trim()
  return words === '' ? otherwise : words
}

export function writeEntry({ id: _id, ...rest }: WorkspaceEntry): JsonValue {
  return rest
}

/** What was saved of an entry. Null when it is none: the content is found by its database then. */
export function readEntry(id: string, saved: unknown): WorkspaceEntry | null {
  if (!isWorkspaceId(id) || !isPlainObject(saved)) return null
  const { createdAt, deletedAt = null, name, openedAt } = saved
  if (typeof name !== 'string' || !isTime(createdAt) || !isTime(openedAt)) return null
  return { id, name: tidyName(name, id), createdAt, openedAt, deletedAt: isTime(deletedAt) ? deletedAt : null }
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
