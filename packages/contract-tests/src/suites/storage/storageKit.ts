import type { StorageErrorCode, StoredParts, WorkspaceStorage } from '@plugboard/contracts'
import { expect } from 'vitest'

/** A place of its own for one test, which storages are opened over. */
export interface StoragePlace {
  /** Opens the place once more: another tab, another process, the same application after a restart. */
  readonly open: () => WorkspaceStorage
  /** Makes the next commit to this place fail when it has begun to write. Absent: nothing can fail between two parts. */
  readonly failNextCommit?: () => void
  /** Puts something into the place that is no part. Absent: nobody else can write to the place. */
  readonly damage?: () => Promise<void>
  /** Ends the place; its storages were closed before. */
  readonly dispose: () => Promise<void>
}

export interface StorageBehaviour {
  readonly id: string
  readonly title: string
  readonly verify: (kit: StorageKit) => Promise<void>
}

export interface StorageKit {
  readonly place: StoragePlace
  /** A storage over the place that is closed when the test ends. */
  readonly open: () => WorkspaceStorage
  readonly closeAll: () => Promise<void>
}

export function createStorageKit(place: StoragePlace): StorageKit {
  const opened: WorkspaceStorage[] = []
  return {
    place,
    open() {
      const storage = place.open()
      opened.push(storage)
      return storage
    },
    async closeAll() {
      await Promise.all(opened.map((storage) => storage.close()))
    },
  }
}

/** Parts as entries in the order of their keys: no storage owes another order. */
export function entriesOf({ parts }: StoredParts): readonly (readonly [string, unknown])[] {
  return [...parts].toSorted(([left], [right]) => (left < right ? -1 : 1))
}

export async function expectRefusal(work: Promise<unknown>, ...codes: readonly StorageErrorCode[]): Promise<void> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Error)
  expect(codes).toContain((error as { readonly code?: unknown }).code)
  // Who reads it has to know what to do.
  expect((error as Error).message).not.toBe('')
}
