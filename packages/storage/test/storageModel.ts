import type { StoragePlace } from '@plugboard/contract-tests'
import type { JsonValue, WorkspaceStorage } from '@plugboard/contracts'
import * as fc from 'fast-check'
import { expect } from 'vitest'

interface Step {
  readonly puts: readonly (readonly [string, JsonValue])[]
  readonly deletes: readonly string[]
  readonly replacesAll: boolean
  /** Made against a revision that is gone. */
  readonly isStale: boolean
  readonly reopens: boolean
}

const key = fc.constantFrom('a', 'b', 'c', '__proto__', '')

/** What may be done to a storage, in any order. */
export const anyHistory: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    puts: fc.array(fc.tuple(key, fc.jsonValue() as fc.Arbitrary<JsonValue>), { maxLength: 3 }),
    deletes: fc.array(key, { maxLength: 2 }),
    replacesAll: fc.boolean(),
    isStale: fc.boolean(),
    reopens: fc.boolean(),
  }),
  { maxLength: 12 },
)

/** Holds a storage against a map. */
export async function expectModel(
  histories: fc.Arbitrary<readonly Step[]>,
  createPlace: () => StoragePlace | Promise<StoragePlace>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(histories, async (steps) => {
      const place = await createPlace()
      const opened: WorkspaceStorage[] = []
      const open = (): WorkspaceStorage => {
        const storage = place.open()
        opened.push(storage)
        return storage
      }
      try {
        let storage = open()
        let revision = 0
        let model = new Map<string, JsonValue>()
        for (const step of steps) {
          const puts = new Map(step.puts.map(([name, value]) => [name, plain(value)]))
          const deletes = step.deletes.filter((name) => !puts.has(name))
          if (step.reopens) storage = open()
          if (step.isStale && revision > 0) {
            const stale = storage.commit({ expectedRevision: revision - 1, puts, deletes })
            await expect(stale).rejects.toMatchObject({ code: 'STORAGE_CONFLICT' })
            continue
          }
          revision = await storage.commit({ expectedRevision: revision, puts, deletes, replacesAll: step.replacesAll })
          if (step.replacesAll) model = new Map()
          for (const name of deletes) model.delete(name)
          for (const [name, value] of puts) model.set(name, value)
          const stored = await storage.read()
          expect(stored.revision).toBe(revision)
          expect(new Map(stored.parts)).toEqual(model)
        }
      } finally {
        await Promise.all(opened.map((storage) => storage.close()))
        await place.dispose()
      }
    }),
    { numRuns: 30 },
  )
}

// JSON text knows no negative zero, and no storage takes keys that reach a prototype.
function plain(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value), (name, item: unknown) =>
    ['__proto__', 'constructor', 'prototype'].includes(name) ? undefined : item,
  ) as JsonValue
}
