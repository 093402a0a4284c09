import type { JsonValue, PackageId } from '@plugboard/contracts'
import type { Workspace, WorkspaceProblem } from '@plugboard/host/workspace'

export type Parts = Pick<Workspace, 'parts' | 'setPart'>

/** What is kept of each package under a name of its own. */
export interface RecordKind<T> {
  /** First half of the names of its parts: `project/`. */
  readonly prefix: string
  /** Where that is moved which stood under such a name and was none. */
  readonly unread: string
  /** Null for what is none. */
  readonly read: (packageId: PackageId, saved: unknown) => T | null
  readonly write: (record: T) => JsonValue
  /** What is said of one that could not be read. */
  readonly words: (packageId: PackageId) => string
}

/** Keeps records in a workspace, each as a part of its own: a change of one writes that one. */
export class SavedRecords<T> {
  readonly #kind: RecordKind<T>
  #saved: Readonly<Record<PackageId, T>> = {}
  /** What is there under such a name and is none. It stays there, and is moved before something takes its place. */
  readonly #unread = new Map<PackageId, JsonValue>()

  constructor(kind: RecordKind<T>) {
    this.#kind = kind
  }

  /** The records that are there, and what could not be read. */
  restore({ parts }: Pick<Parts, 'parts'>): {
    readonly records: Readonly<Record<PackageId, T>>
    readonly problems: readonly WorkspaceProblem[]
  } {
    const { prefix, read, words } = this.#kind
    const records: [PackageId, T][] = []
    const problems: WorkspaceProblem[] = []
    for (const [name, value] of parts) {
      if (!name.startsWith(prefix)) continue
      const packageId = name.slice(prefix.length)
      const record = read(packageId, value)
      if (record !== null) records.push([packageId, record])
      else {
        this.#unread.set(packageId, value)
        problems.push({ code: 'INVALID_PART', part: name, message: words(packageId), blocksSaving: false })
      }
    }
    this.#saved = Object.fromEntries(records)
    return { records: this.#saved, problems }
  }

  /** Saves what changed since the last call. @throws PluginHostError when one cannot be kept; the others are. */
  save(workspace: Parts, records: Readonly<Record<PackageId, T>>): void {
    if (records === this.#saved) return
    const { prefix, unread, write } = this.#kind
    const before = this.#saved
    // First: what cannot be kept is told once, not with each change of anything.
    this.#saved = records
    for (const packageId of Object.keys(before)) {
      if (!Object.hasOwn(records, packageId)) workspace.setPart(prefix + packageId, null)
    }
    for (const [packageId, record] of Object.entries(records)) {
      if (before[packageId] === record) continue
      const stood = this.#unread.get(packageId)
      if (stood !== undefined) {
        workspace.setPart(unread + packageId, stood)
        this.#unread.delete(packageId)
      }
      workspace.setPart(prefix + packageId, write(record))
    }
  }
}
