import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { createMemoryCache } from '@plugboard/registry'
import { createFolderCache } from '@plugboard/registry/node'
import { describe, expect, it } from 'vitest'

import { codesOf, digestOf } from './candidates.ts'
import { createTestFolder } from './folders.ts'
import { describePackageCacheContract } from './packageCacheContract.ts'
import { packTestPackage } from './packages.ts'

describePackageCacheContract('a cache in memory', () => {
  const cache = createMemoryCache()
  return { open: () => cache, dispose: () => undefined }
})

describePackageCacheContract('a cache in a folder', async () => {
  const place = await createTestFolder()
  return {
    open: () => createFolderCache({ folder: join(place.folder, 'cache') }),
    dispose: () => place[Symbol.asyncDispose](),
  }
})

describe('a cache in a folder', () => {
  it('has one archive for each content, and nothing else anywhere', async () => {
    await using place = await createTestFolder()
    const folder = join(place.folder, 'cache')
    const { archive, digest, files } = await packTestPackage()
    await createFolderCache({ folder }).put(digest, files)
    expect(await readdir(place.folder)).toEqual(['cache'])
    expect(await readdir(folder)).toEqual([`${digest.slice(7)}.plug`])
    expect(new Uint8Array(await readFile(join(folder, `${digest.slice(7)}.plug`)))).toEqual(archive)
  })

  it('says that a file is no content any more', async () => {
    await using place = await createTestFolder()
    const { digest, files } = await packTestPackage()
    const cache = createFolderCache({ folder: place.folder })
    await cache.put(digest, files)
    await writeFile(join(place.folder, `${digest.slice(7)}.plug`), 'torn')
    const { diagnostics, files: read } = await cache.get(digest)
    expect([read, codesOf(diagnostics)]).toEqual([undefined, ['archive-malformed']])
  })

  it('follows no link that somebody put into it', async () => {
    await using place = await createTestFolder()
    const { archive, digest, files } = await packTestPackage()
    const outside = join(place.folder, 'outside')
    const folder = join(place.folder, 'cache')
    await mkdir(folder)
    await writeFile(outside, archive)
    await symlink(outside, join(folder, `${digest.slice(7)}.plug`))
    const cache = createFolderCache({ folder })
    expect((await cache.get(digest)).files).toBeUndefined()
    await cache.put(digest, files)
    await writeFile(outside, 'still mine')
    expect((await cache.get(digest)).files?.size).toBe(files.size)
    expect(await cache.get('sha256:../outside')).toEqual({ diagnostics: [] })
  })

  it('writes and reads nothing where a folder of the project on its way is a link', async () => {
    await using place = await createTestFolder()
    const { archive, digest, files } = await packTestPackage()
    const outside = join(place.folder, 'outside')
    const name = `${digest.slice(7)}.plug`
    await mkdir(join(outside, 'cache'), { recursive: true })
    for (const linked of ['.plugboard', '.plugboard/cache']) {
      const project = join(place.folder, `project-${linked.length}`)
      await mkdir(join(project, linked, '..'), { recursive: true })
      await symlink(linked === '.plugboard' ? outside : join(outside, 'cache'), join(project, linked))
      const cache = createFolderCache({ folder: project, path: '.plugboard/cache' })
      await expect(cache.put(digest, files)).rejects.toMatchObject({ code: 'CACHE_UNAVAILABLE' })
      expect(await readdir(join(outside, 'cache'))).toEqual([])
      await writeFile(join(outside, 'cache', name), archive)
      expect((await cache.get(digest)).files).toBeUndefined()
      await rm(join(outside, 'cache', name))
    }
  })

  it('makes the folders on its way, in a project that may be a link itself', async () => {
    await using place = await createTestFolder()
    const { digest, files } = await packTestPackage()
    await mkdir(join(place.folder, 'project'))
    await symlink(join(place.folder, 'project'), join(place.folder, 'link'))
    const cache = createFolderCache({ folder: join(place.folder, 'link'), path: '.plugboard/cache' })
    await cache.put(digest, files)
    expect((await cache.get(digest)).files?.size).toBe(files.size)
    expect(await readdir(join(place.folder, 'project', '.plugboard', 'cache'))).toEqual([`${digest.slice(7)}.plug`])
  })

  it('leaves no draft behind when it cannot write, and names no folder', async () => {
    await using place = await createTestFolder()
    const { digest, files } = await packTestPackage()
    await writeFile(join(place.folder, 'taken'), '')
    const failed = createFolderCache({ folder: join(place.folder, 'taken', 'cache') }).put(digest, files)
    await expect(failed).rejects.toMatchObject({ code: 'CACHE_UNAVAILABLE' })
    await expect(failed).rejects.not.toThrow(place.folder)
    const folder = join(place.folder, 'cache')
    await mkdir(join(folder, `${digest.slice(7)}.plug`), { recursive: true })
    await expect(createFolderCache({ folder }).put(digest, files)).rejects.toMatchObject({ code: 'CACHE_UNAVAILABLE' })
    expect(await readdir(folder)).toEqual([`${digest.slice(7)}.plug`])
    expect((await createFolderCache({ folder }).get(digestOf('0'))).diagnostics).toEqual([])
  })
})
