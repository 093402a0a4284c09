import { mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { beforeEach, describe, expect, it, vi } from 'vitest'

import { createTestFolder } from '../../test/folders.ts'
import { readPackageFolder } from './readPackageFolder.ts'
import { readRegularFile } from './readRegularFile.ts'

/** What somebody else does between the look at a file and its opening, and whether the system tells what was opened. */
const meanwhile = vi.hoisted(() => ({ swap: async (): Promise<void> => {}, tells: true }))

vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof import('node:fs/promises')>()
  return {
    ...real,
    open: async (...options: Parameters<typeof real.open>) => {
      await meanwhile.swap()
      return real.open(...options)
    },
    readlink: (path: string) => (meanwhile.tells ? real.readlink(path) : Promise.reject(new Error('ENOENT'))),
  }
})

beforeEach(() => {
  meanwhile.swap = () => Promise.resolve()
})

async function createPlace() {
  const place = await createTestFolder()
  for (const [path, content] of [
    ['packages/clock/dist', 'own'],
    ['outside/clock/dist', 'secret'],
  ] as const) {
    await mkdir(join(place.folder, path), { recursive: true })
    await writeFile(join(place.folder, path, 'plugin.js'), content)
    await writeFile(join(place.folder, path, '..', 'plugin.json'), content)
  }
  const replace = async (path: string): Promise<void> => {
    meanwhile.swap = () => Promise.resolve()
    await rename(join(place.folder, 'packages', path), join(place.folder, 'away'))
    await symlink(join(place.folder, 'outside', path), join(place.folder, 'packages', path))
  }
  return {
    folder: join(place.folder, 'packages'),
    swapWhenOpening: (path: string) => {
      meanwhile.swap = () => replace(path)
    },
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  }
}

describe.for([
  ['a system that tells what was opened', true],
  ['any other system', false],
] as const)('a file that is read on %s', ([, tells]) => {
  beforeEach(() => {
    meanwhile.tells = tells
  })

  it('is the one that was looked at', async () => {
    await using place = await createPlace()
    const found = await readRegularFile(place.folder, 'clock/dist/plugin.js', 100)
    expect('bytes' in found && new TextDecoder().decode(found.bytes)).toBe('own')
  })

  it.for(['clock', 'clock/dist', 'clock/dist/plugin.js'])(
    'is none when %s becomes a link between the look and the opening',
    async (path) => {
      await using place = await createPlace()
      place.swapWhenOpening(path)
      expect(await readRegularFile(place.folder, 'clock/dist/plugin.js', 100)).toEqual({ fault: 'no-file' })
    },
  )

  it('may be in a folder that is a link itself', async () => {
    await using place = await createPlace()
    await symlink(place.folder, `${place.folder}-link`)
    expect(await readRegularFile(`${place.folder}-link`, 'clock/plugin.json', 100)).toHaveProperty('bytes')
  })
})

describe('a package of a folder of packages', () => {
  it('is not read when it becomes a link after it was listed', async () => {
    await using place = await createPlace()
    meanwhile.tells = true
    await rename(join(place.folder, 'clock'), join(place.folder, 'away'))
    await symlink(join(place.folder, '..', 'outside', 'clock'), join(place.folder, 'clock'))
    const { diagnostics, files } = await readPackageFolder(place.folder, 'clock')
    expect([files.size, diagnostics.map(({ code }) => code)]).toEqual([0, ['link-skipped']])
  })
})
