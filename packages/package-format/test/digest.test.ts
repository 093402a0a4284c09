import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

import {
  digestPackage,
  inspectArchive,
  inspectPackage,
  packPackage,
  readArchive,
  writeArchive,
  type PackageDigest,
  type PackageFiles,
} from '@plugboard/package-format'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { buildZip } from './hostile/zipBuilder.ts'
import { createFiles } from './packageSamples.ts'

const run = promisify(execFile)

let place: string
let files: PackageFiles
let digest: PackageDigest | undefined
let archive: Uint8Array

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'plugboard-format-'))
  const packed = await packPackage(createFiles())
  files = packed.report.files
  digest = packed.report.digest
  archive = packed.archive ?? new Uint8Array()
  // What npm asks for, and nothing of the package.
  const npm = new TextEncoder().encode(
    '{ "name": "clock-plugin", "version": "1.2.0", "keywords": ["plugboard-plugin"] }',
  )
  await writeFolder('folder', new Map([...files, ['package.json', npm]]))
})

afterAll(() => rm(place, { recursive: true }))

async function writeFolder(name: string, content: PackageFiles): Promise<void> {
  for (const [path, bytes] of content) {
    const file = join(place, name, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
}

async function readFolder(name: string): Promise<PackageFiles> {
  const entries = await readdir(join(place, name), { recursive: true, withFileTypes: true })
  const read = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ name: file, parentPath }) => {
        const path = join(parentPath, file)
        return [path.slice(join(place, name).length + 1).replaceAll('\\', '/'), await readFile(path)] as const
      }),
  )
  return new Map(read.map(([path, bytes]) => [path, new Uint8Array(bytes)]))
}

describe('the digest of a package', () => {
  it('is the one that the README describes', async () => {
    const two = new Map([
      ['b.txt', new TextEncoder().encode('two')],
      ['a.txt', new Uint8Array()],
    ])
    // By hand: sha256sum of 'plugboard-package/1\n', 'a.txt\0' '0\0' and the sum of nothing, 'b.txt\0' '3\0' and that of 'two'.
    expect(await digestPackage(two)).toMatchInlineSnapshot(
      `"sha256:e5186b1a4fa2ec8d21d2bd6d832f4eedfc2a3be67b63567907cf38de78fa8ba8"`,
    )
  })

  it('is the same for the folder, with other times and modes', async () => {
    for (const path of files.keys()) {
      await utimes(join(place, 'folder', path), 1_000_000, 1_000_000)
      await chmod(join(place, 'folder', path), 0o755)
    }
    expect((await inspectPackage(await readFolder('folder'))).digest).toBe(digest)
  })

  it('is the same for the archive, and for one that another tool packed at another time', async () => {
    expect((await inspectArchive(archive)).digest).toBe(digest)
    const other = zipSync(Object.fromEntries([...files].toReversed()), {
      level: 1,
      mtime: new Date(2020, 5, 5, 12),
      os: 3,
      attrs: 0o100755 << 16,
      extra: { 0x5455: Uint8Array.of(1, 0, 0, 0, 0) },
    })
    expect(other).not.toEqual(archive)
    expect((await inspectArchive(other)).digest).toBe(digest)
    const stored = buildZip({
      entries: [
        { name: 'dist/', method: 0, attributes: 0o040755 * 0x10000 },
        ...[...files].map(([name, content]) => ({ name, content, method: 0, time: 0x5a5a5a5a })),
      ],
    })
    expect((await inspectArchive(stored)).digest).toBe(digest)
  })

  it('is the same for the copy that npm makes', async () => {
    await mkdir(join(place, 'copy'))
    const options = { cwd: join(place, 'folder') }
    const npmArguments = [
      'pack',
      '--offline',
      '--ignore-scripts',
      '--silent',
      '--pack-destination',
      join(place, 'copy'),
    ]
    const { stdout } = await run('npm', npmArguments, options)
    await run('tar', ['-xzf', stdout.trim()], { cwd: join(place, 'copy') })
    const copy = await readFolder('copy/package')
    expect([...copy.keys()]).toContain('package.json')
    expect((await inspectPackage(copy)).digest).toBe(digest)
  })

  it('is another one for another byte, another path and one file more or less', async () => {
    const content = new Map(files)
    content.set('README.md', new TextEncoder().encode('# Cloak\n'))
    const renamed = new Map([...files].map(([path, bytes]) => [path === 'LICENSE' ? 'LICENCE' : path, bytes]))
    const fewer = new Map([...files].slice(1))
    const joined = new Map([['a', new TextEncoder().encode('b')]])
    const digests = await Promise.all([files, content, renamed, fewer, joined, new Map()].map(digestPackage))
    expect(new Set(digests).size).toBe(6)
  })

  it('is of no files whose paths no package may have', async () => {
    for (const paths of [['../a'], ['a', 'A'], ['a', 'a/b'], ['a\0b']]) {
      const bad = new Map(paths.map((path) => [path, new Uint8Array()]))
      await expect(digestPackage(bad)).rejects.toMatchObject({ code: 'INVALID_FILES' })
      expect(() => writeArchive(bad)).toThrow(expect.objectContaining({ code: 'INVALID_FILES' }))
    }
  })
})

describe('an archive of which a bit is another one', () => {
  it('is refused with a code or has the same content, wherever the bit is', async () => {
    const codes = new Map<string, number>()
    for (let bit = 0; bit < archive.length * 8; bit += 1) {
      const flipped = archive.slice()
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const { diagnostics, files: read } = await readArchive(flipped)
      const code = diagnostics[0]?.code ?? 'harmless'
      codes.set(code, (codes.get(code) ?? 0) + 1)
      // In order: that of the entries says nothing.
      if (read !== undefined) expect(new Map([...read].toSorted())).toEqual(files)
    }
    // Times, versions of writers, modes and hints say nothing of the content; every other bit counts.
    expect([...codes.keys()].toSorted()).toMatchInlineSnapshot(`
      [
        "archive-checksum",
        "archive-compression-ratio",
        "archive-entry-kind",
        "archive-malformed",
        "archive-path-unsafe",
        "archive-too-large",
        "archive-unsupported",
        "harmless",
      ]
    `)
    expect(codes.get('harmless')).toBeLessThan(archive.length)
  })

  it('is refused as a whole when a byte of it is missing', async () => {
    for (let length = 0; length < archive.length; length += 1) {
      const { diagnostics, files: read } = await readArchive(archive.subarray(0, length))
      expect([read, diagnostics[0]?.code]).toEqual([undefined, 'archive-malformed'])
    }
  })
})
