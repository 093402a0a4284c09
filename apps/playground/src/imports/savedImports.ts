import { normaliseGrants } from '@plugboard/capabilities'
import {
  isPackageId,
  isPlainObject,
  parseInstanceId,
  type CapabilityGrants,
  type JsonValue,
  type PackageId,
} from '@plugboard/contracts'
import type { WorkspaceProblem } from '@plugboard/host/workspace'
import type { PackageDigest } from '@plugboard/package-format'

import { isPlaygroundId } from '../host/playgroundIds.ts'
import { messages } from '../messages/index.ts'
import { tidyTitle } from '../projects/tidyTitle.ts'
import { SavedRecords, type Parts } from '../workspace/savedRecords.ts'
import { CHECKING, type ImportedPackage, type PackedContent, type ParkedInstance } from './importedPackage.ts'
import type { ImportsState } from './importsSlice.ts'

/** First half of the name of the part that says what a person agreed to. */
export const PACKAGE_PART = 'package/'

/** The content itself, by its digest: large, and written only when it is not what is there. */
const CONTENT_PART = 'content/'

/** Keeps the imported packages in a workspace: what was agreed to of each, and each content by its digest. */
export class SavedImports {
  readonly #records = new SavedRecords<ImportedPackage>({
    prefix: PACKAGE_PART,
    unread: 'unread-package/',
    // Two that share an id cannot both be: the person's own stays.
    read: (packageId, saved) => (this.#taken.has(packageId) ? null : readImport(packageId, saved)),
    write: writeImport,
    words: messages.saved.unreadProject,
  })
  #taken: ReadonlySet<PackageId> = new Set()
  /** What is stored under each digest, as it was read or written last. */
  #contents: ReadonlyMap<PackageDigest, PackedContent> = new Map()
  #last: ImportsState | null = null

  /** The packages that are there, still to be checked, and what could not be read. None has an id that is `taken`. */
  restore(
    { parts }: Pick<Parts, 'parts'>,
    taken: ReadonlySet<PackageId>,
  ): {
    readonly imports: ImportsState
    readonly problems: readonly WorkspaceProblem[]
  } {
    this.#taken = taken
    const { problems, records } = this.#records.restore({ parts })
    const found = Object.values(records).map((imported) => {
      const content = readContent(parts.get(contentPart(imported.digest)))
      return [imported.packageId, { ...imported, content }] as const
    })
    this.#contents = contentsOf(found.map(([, imported]) => imported))
    return { imports: Object.fromEntries(found), problems }
  }

  /** Saves what changed since the last call. @throws PluginHostError when one cannot be kept; the others are. */
  save(workspace: Parts, imports: ImportsState): void {
    if (imports === this.#last) return
    this.#last = imports
    const before = this.#contents
    this.#contents = contentsOf(Object.values(imports))
    // The content first: nobody agrees to what is not there. One that was lost or changed is put back as another object.
    for (const [digest, content] of this.#contents) {
      if (before.get(digest) !== content) workspace.setPart(contentPart(digest), content)
    }
    this.#records.save(workspace, imports)
    for (const digest of before.keys()) if (!this.#contents.has(digest)) workspace.setPart(contentPart(digest), null)
  }
}

function contentsOf(imports: readonly ImportedPackage[]): ReadonlyMap<PackageDigest, PackedContent> {
  return new Map(imports.map(({ content, digest }) => [digest, content]))
}

/** Name of the part that holds a content. */
export function contentPart(digest: PackageDigest): string {
  return CONTENT_PART + digest.slice('sha256:'.length)
}

export function writeImport({ digest, granted, parked, title, version }: ImportedPackage): JsonValue {
  // Grants and saved instances are JSON data; their types do not say so.
  return JSON.parse(JSON.stringify({ title, version, digest, granted, parked })) as JsonValue
}

/** What was saved of an imported package, without its content; null when it is none. Whoever saved it, its title is fit to be shown. */
export function readImport(packageId: PackageId, saved: unknown): ImportedPackage | null {
  if (!isPackageId(packageId) || isPlaygroundId(packageId) || !isPlainObject(saved)) return null
  const { digest, granted, parked, title, version } = saved
  if (typeof title !== 'string' || typeof version !== 'string' || !isDigest(digest)) return null
  return {
    packageId,
    title: tidyTitle(title),
    version: tidyTitle(version),
    digest,
    granted: normaliseGrants(isPlainObject(granted) ? granted : {}),
    parked: Array.isArray(parked) ? parked.filter((instance) => isOwnInstance(instance, packageId)) : null,
    content: {},
    check: CHECKING,
  }
}

/** A part as it came in a file: of a package, with no more granted than `cut` leaves. */
export function cutImport(
  name: string,
  value: JsonValue,
  cut: (wanted: CapabilityGrants) => CapabilityGrants,
): JsonValue {
  const imported = name.startsWith(PACKAGE_PART) ? readImport(name.slice(PACKAGE_PART.length), value) : null
  if (imported === null) return value
  const { granted, parked } = imported
  return writeImport({
    ...imported,
    granted: cut(granted),
    parked: parked?.map((instance) => ({ ...instance, grants: cut(normaliseGrants(instance.grants)) })) ?? null,
  })
}

// The host takes the rest of it apart when it comes back.
function isOwnInstance(value: unknown, packageId: PackageId): value is ParkedInstance {
  return isPlainObject(value) && parseInstanceId(value['instanceId'])?.packageId === packageId
}

/** What was saved as a content. It may be anything until it is checked. */
export function readContent(saved: unknown): PackedContent {
  if (!isPlainObject(saved)) return {}
  return Object.fromEntries(
    Object.entries(saved).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function isDigest(value: unknown): value is PackageDigest {
  return typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value)
}
