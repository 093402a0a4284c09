import { isPlainObject, JSON_DEPTH, measureJsonDepth } from '@plugboard/contracts'

import { ShareError } from './shareError.ts'

/** A workspace as a file: its name, and all that it exports. */
export interface WorkspaceFile {
  /** Null where the file does not say. */
  readonly name: string | null
  /** What `Workspace.export` gave. It may be anything. */
  readonly exported: string
}

const FORMAT = 'plugboard-workspace-file'
const VERSION = 1
/** What a workspace exports by itself: also a file that a person may have. */
const BARE_FORMAT = 'plugboard-workspace-export'

/** Most characters of a file that is looked at. */
export const FILE_LENGTH = 50_000_000

export function writeWorkspaceFile(name: string, exported: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, name }).slice(0, -1)},"workspace":${exported}}\n`
}

/**
 * Takes a file apart, down to what a workspace exported.
 *
 * @throws ShareError `SHARE_UNREADABLE`, `SHARE_TOO_NEW` or `SHARE_TOO_LARGE`.
 */
export function readWorkspaceFile(text: string): WorkspaceFile {
  if (text.length > FILE_LENGTH) throw new ShareError('SHARE_TOO_LARGE', `It has ${text.length} characters.`)
  // One level for what the file puts around an export.
  if (measureJsonDepth(text) > JSON_DEPTH + 1) throw new ShareError('SHARE_TOO_LARGE', 'It is nested too deep.')
  const value = parse(text)
  if (!isPlainObject(value)) throw new ShareError('SHARE_UNREADABLE', 'It is not an object.')
  if (value['format'] === BARE_FORMAT) return { name: null, exported: text }
  if (value['format'] !== FORMAT) throw new ShareError('SHARE_UNREADABLE', 'It does not say that it is a workspace.')
  const { name, version, workspace } = value
  if (version !== VERSION) {
    if (!Number.isSafeInteger(version)) throw new ShareError('SHARE_UNREADABLE', 'Its version is no whole number.')
    const isNewer = Number(version) > VERSION
    throw new ShareError(isNewer ? 'SHARE_TOO_NEW' : 'SHARE_UNREADABLE', `It is of version ${Number(version)}.`)
  }
  return { name: typeof name === 'string' ? name : null, exported: JSON.stringify(workspace ?? null) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ShareError('SHARE_UNREADABLE', 'It is no JSON, or was cut.', { cause })
  }
}
