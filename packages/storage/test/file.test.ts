import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describeStorageContract, type StoragePlace } from '@plugboard/contract-tests'
import { createFileStorage } from '@plugboard/storage/node'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { anyHistory, expectModel } from './storageModel.ts'

const failing = vi.hoisted(() => ({ code: null as string | null, beforeLink: null as (() => Promise<void>) | null }))

// What a test cannot bring about from outside: a disk that is full when half of a file is written, and others who commit
// between a look and a link.
vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:fs/promises')>()
  return {
    ...original,
    link: async (...args: Parameters<typeof original.link>) => {
      const { beforeLink } = failing
      failing.beforeLink = null
      await beforeLink?.()
      await original.link(...args)
    },
    open: async (...args: Parameters<typeof original.open>) => {
      const file = await original.open(...args)
      const { code } = failing
      if (code === null || !String(args[0]).includes('.draft-')) return file
      failing.code = null
      return Object.assign(file, {
        writeFile: async (text: string) => {
          await file.write(text.slice(0, text.length / 2))
          throw Object.assign(new Error(code), { code })
        },
      })
    },
  }
})

afterEach(() => {
  failing.code = null
  failing.beforeLink = null
})

async function newestFile(directory: string): Promise<string> {
  const names = await readdir(directory)
  const revisions = names.flatMap((name) => Number(/^workspace-(\d+)\.jsonl$/.exec(name)?.[1] ?? []))
  return join(directory, `workspace-${Math.max(...revisions)}.jsonl`)
}

async function createPlace(): Promise<StoragePlace & { readonly directory: string }> {
  const parent = await mkdtemp(join(tmpdir(), 'plugboard-storage-'))
  const directory = join(parent, 'made', 'when needed')
  return {
    directory,
    open: () => createFileStorage({ directory }),
    failNextCommit: () => {
      failing.code = 'ENOSPC'
    },
    damage: async () => {
      const file = await newestFile(directory)
      await writeFile(file, (await readFile(file, 'utf8')).slice(0, -4))
    },
    dispose: () => rm(parent, { recursive: true }),
  }
}

describeStorageContract({ name: 'the file storage', createPlace })

async function withPlace<T>(check: (directory: string) => Promise<T>): Promise<T> {
  const place = await createPlace()
  try {
    await createFileStorage({ directory: place.directory }).commit({
      expectedRevision: 0,
      puts: new Map([
        ['first', 1],
        ['second', 2],
        ['third', 3],
      ]),
    })
    return await check(place.directory)
  } finally {
    await place.dispose()
  }
}

describe('a file storage', () => {
  it('behaves as a map does, whatever the history', async () => {
    await expectModel(anyHistory, createPlace)
  })

  it('keeps two files at most, and no drafts of processes that ended', async () => {
    await withPlace(async (directory) => {
      await writeFile(join(directory, '.draft-999999999-abc'), 'torn')
      const storage = createFileStorage({ directory })
      for (let revision = 1; revision < 6; revision += 1) await storage.commit({ expectedRevision: revision })
      expect((await readdir(directory)).toSorted()).toEqual(['workspace-5.jsonl', 'workspace-6.jsonl'])
      expect((await storage.read()).parts.size).toBe(3)
    })
  })

  it.each([
    ['a cut last line', (text: string) => text.slice(0, -5), ['first', 'second'], 1],
    ['missing lines', (text: string) => text.split('\n').slice(0, 2).join('\n'), ['first'], 1],
    ['a line that is no part', (text: string) => text.replace('["second",2]', '{"second":2}'), ['first', 'third'], 1],
    [
      'a line that is there twice',
      (text: string) => text.replace('["third",3]', '["first",3]'),
      ['first', 'second'],
      1,
    ],
    ['lines too many', (text: string) => `${text}["fourth",4]\n`, ['first', 'second', 'third', 'fourth'], 1],
    ['a header of a newer release', (text: string) => text.replace('"version":1', '"version":2'), [], 1],
    ['no header', (text: string) => text.split('\n').slice(1).join('\n'), [], 1],
    ['nothing at all', () => '', [], 1],
    ['bytes', () => '\u0000\u0001\uFFFD', [], 1],
    [
      'a line as deep as a well',
      (text: string) => text.replace('2]', `${'['.repeat(90_000)}${']'.repeat(90_000)}]`),
      ['first', 'third'],
      1,
    ],
  ])('reads what can be read of a file with %s', async (_, change, keys, faults) => {
    await withPlace(async (directory) => {
      const file = await newestFile(directory)
      await writeFile(file, change(await readFile(file, 'utf8')))
      const { damaged, parts, revision } = await createFileStorage({ directory }).read()
      expect([[...parts.keys()], damaged.length, revision]).toEqual([keys, faults, 1])
    })
  })

  it('refuses a writer that was left behind for so long that the name of its revision is free again', async () => {
    await withPlace(async (directory) => {
      const [slow, quick] = [createFileStorage({ directory }), createFileStorage({ directory })]
      failing.beforeLink = async () => {
        for (let revision = 1; revision < 5; revision += 1) {
          await quick.commit({ expectedRevision: revision, puts: new Map([['quick', revision]]) })
        }
      }
      const late = slow.commit({ expectedRevision: 1, puts: new Map([['slow', 1]]) })
      await expect(late).rejects.toMatchObject({ code: 'STORAGE_CONFLICT' })
      expect((await readdir(directory)).toSorted()).toEqual(['workspace-4.jsonl', 'workspace-5.jsonl'])
      expect([...(await slow.read()).parts.keys()]).toEqual(['first', 'second', 'third', 'quick'])
    })
  })

  it('says which folder it cannot use', async () => {
    await withPlace(async (directory) => {
      const file = await newestFile(directory)
      const storage = createFileStorage({ directory: join(file, 'below a file') })
      await expect(storage.read()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' })
      await expect(storage.commit({ expectedRevision: 0 })).rejects.toThrow(/below a file.*ENOTDIR/)
    })
  })

  it('needs a folder', () => {
    expect(() => createFileStorage({ directory: '' })).toThrow(/directory/)
  })
})
