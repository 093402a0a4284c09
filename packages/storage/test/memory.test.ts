import { describeStorageContract } from '@plugboard/contract-tests'
import { createMemoryPlace, createMemoryStorage } from '@plugboard/storage'
import { describe, expect, it } from 'vitest'

describeStorageContract({
  name: 'the memory storage',
  createPlace: () => {
    const place = createMemoryPlace()
    return { open: () => createMemoryStorage({ place }), dispose: () => Promise.resolve() }
  },
  skip: {
    'all-or-nothing': 'a batch is one assignment, so nothing can fail half way',
    'damage-is-kept': 'nobody else can write to the place',
  },
})

describe('a memory storage', () => {
  it('refuses a batch for which there is no room, and keeps what it has', async () => {
    const place = createMemoryPlace({ capacity: 20 })
    const storage = createMemoryStorage({ place })
    await storage.commit({ expectedRevision: 0, puts: new Map([['a', 'short']]) })
    const tooMuch = storage.commit({ expectedRevision: 1, puts: new Map([['b', 'x'.repeat(20)]]), deletes: ['a'] })
    await expect(tooMuch).rejects.toMatchObject({ code: 'STORAGE_FULL' })
    expect([...(await storage.read()).parts]).toEqual([['a', 'short']])
    expect(await storage.commit({ expectedRevision: 1, puts: new Map([['b', 'fits']]), deletes: ['a'] })).toBe(2)
  })

  it('has a place of its own when it is given none', async () => {
    await createMemoryStorage().commit({ expectedRevision: 0, puts: new Map([['a', 1]]) })
    expect((await createMemoryStorage().read()).parts.size).toBe(0)
  })

  it('takes no place that it did not make', () => {
    const made = { capacity: 1, revision: 0, texts: new Map<string, string>() }
    expect(() => createMemoryStorage({ place: made })).toThrow(/createMemoryPlace/)
  })
})
