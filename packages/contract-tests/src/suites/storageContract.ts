import { describe, expect, test } from 'vitest'

import { commitBehaviours } from './storage/commitBehaviours.ts'
import { partBehaviours } from './storage/partBehaviours.ts'
import { createStorageKit, type StorageBehaviour, type StoragePlace } from './storage/storageKit.ts'

/** Options of {@link describeStorageContract}. */
export interface StorageContractOptions {
  /** Shown in the title of the suite. */
  readonly name: string
  /** Makes an empty place for one test. */
  readonly createPlace: () => StoragePlace | Promise<StoragePlace>
  /** Behaviours that this storage does not have: id to reason. The reason is shown in the title. */
  readonly skip?: Readonly<Record<string, string>>
}

const SECTIONS: Readonly<Record<string, readonly StorageBehaviour[]>> = {
  'what is kept': partBehaviours,
  'who may change it': commitBehaviours,
}

/** Ids of every behaviour, for `skip`. */
export const STORAGE_BEHAVIOUR_IDS: readonly string[] = Object.values(SECTIONS).flatMap((behaviours) =>
  behaviours.map(({ id }) => id),
)

/** Declares the tests that every `WorkspaceStorage` passes. */
export function describeStorageContract(options: StorageContractOptions): void {
  const { createPlace, name, skip = {} } = options
  describe(`${name} keeps the storage contract`, () => {
    test('every skipped behaviour exists and has a reason', () => {
      for (const [id, reason] of Object.entries(skip)) {
        expect(STORAGE_BEHAVIOUR_IDS).toContain(id)
        expect(reason, id).not.toBe('')
      }
    })
    for (const [section, behaviours] of Object.entries(SECTIONS)) {
      describe(section, () => {
        for (const { id, title, verify } of behaviours) {
          const reason = skip[id]
          if (reason !== undefined) {
            test.skip(`${title} (skipped: ${reason})`)
            continue
          }
          test(title, async () => {
            const place = await createPlace()
            const kit = createStorageKit(place)
            try {
              await verify(kit)
            } finally {
              await kit.closeAll()
              await place.dispose()
            }
          })
        }
      })
    }
  })
}
