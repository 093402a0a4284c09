import { deflateSync } from 'fflate'

import { PACKAGE_LIMITS } from '../../src/packageLimits.ts'
import { blockOfKind, codeBlocks, copyFromBefore, emptyBlocks, endlessZeros } from './deflateParts.ts'
import { MANIFEST } from '../packageSamples.ts'
import type { HostileArchive } from './hostileArchives.ts'
import { buildZip, join, type EntryParts } from './zipBuilder.ts'

const { archiveBytes, contentBytes, fileBytes } = PACKAGE_LIMITS

/** Contents that are not what the archive says, cost more than they are, or are as large as they may be. */
export const hostileContents: readonly HostileArchive[] = [
  content('has another checksum', 'archive-checksum', { content: 'evil', crc: 1 }),
  content('is larger than it says', 'archive-malformed', { content: 'evil'.repeat(100), size: 10 }),
  content('is smaller than it says', 'archive-malformed', { content: 'evil', size: 400 }),
  content('is of two sizes without being packed', 'archive-malformed', { content: 'evil', method: 0, size: 400 }),
  content('is in a folder itself', 'archive-malformed', { name: 'dist/', content: 'evil' }),
  content('does not end', 'archive-malformed', { packed: Uint8Array.of(0, 1, 0, 0xfe, 0xff, 0x61), content: 'a' }),
  content('ends before its bytes do', 'archive-malformed', {
    packed: Uint8Array.of(1, 1, 0, 0xfe, 0xff, 0x61, 0x62),
    content: 'a',
  }),
  content('is packed into nothing', 'archive-malformed', { packed: new Uint8Array(), content: '' }),
  content('has a block of no kind', 'archive-malformed', { packed: blockOfKind(3), content: 'a' }),
  content('has codes that are none', 'archive-malformed', { packed: blockOfKind(2), content: 'a' }),
  content('has a stored block of two lengths', 'archive-malformed', { packed: blockOfKind(0), content: 'a' }),
  content('copies from before its beginning', 'archive-malformed', { packed: copyFromBefore(), content: 'aaa' }),
  content('becomes a thousand times its size', 'archive-compression-ratio', {
    content: new Uint8Array(2 * PACKAGE_LIMITS.ratioBytes),
  }),
  content('becomes more than two gigabytes, and says so little', 'archive-malformed', {
    packed: endlessZeros(archiveBytes - 10_000),
    size: 1_000,
  }),
  content('becomes more than two gigabytes, and says as much as it may', 'archive-malformed', {
    packed: endlessZeros(archiveBytes - 10_000),
    size: fileBytes,
  }),
  content('consists of blocks of nothing', 'archive-malformed', {
    packed: emptyBlocks(archiveBytes - 10_000),
    size: fileBytes,
  }),
  content('consists of codes that nothing is packed with', 'archive-malformed', {
    packed: codeBlocks(archiveBytes - 10_000),
    size: fileBytes,
  }),
  content('is larger than a file may be', 'archive-too-large', { content: 'evil', size: fileBytes + 1 }),
  {
    name: 'contents are larger together than they may be',
    expected: 'archive-too-large',
    build: () =>
      buildZip({
        entries: Array.from({ length: 100 }, (_, index): EntryParts => ({
          name: `file-${index}.js`,
          content: 'evil',
          size: contentBytes / 50,
        })),
      }),
  },
  {
    name: 'a content is an archive of archives',
    expected: 'harmless',
    build: () => {
      let archive = buildZip({ entries: [{ name: 'plugin.js', content: new Uint8Array(100_000) }] })
      for (let level = 0; level < 20; level += 1) {
        archive = buildZip({
          entries: [
            { name: 'left.zip', content: archive },
            { name: 'right.zip', content: archive },
          ],
        })
      }
      return archive
    },
  },
  {
    name: 'a package is as large as it may be',
    expected: 'harmless',
    build: () => {
      const noise = createNoise(12 * 1_048_576)
      const manifest = new TextEncoder().encode(
        JSON.stringify({ ...MANIFEST, files: ['lines.js', 'noise.bin'], runtime: LINES }),
      )
      const lines = createLines(contentBytes - noise.length - manifest.length)
      return buildZip({
        entries: [
          { name: 'plugin.json', content: manifest },
          { name: 'noise.bin', content: noise, method: 0 },
          { name: 'lines.js', content: lines, packed: deflateSync(lines, { level: 1 }) },
        ],
      })
    },
  },
]

const LINES = { kind: 'quickjs', entry: 'lines.js', apiVersion: 1 }

function content(name: string, expected: HostileArchive['expected'], parts: Partial<EntryParts>): HostileArchive {
  return { name: `a content ${name}`, expected, build: () => buildZip({ entries: [{ name: 'plugin.js', ...parts }] }) }
}

function createNoise(length: number): Uint8Array {
  const noise = new Uint8Array(length)
  let state = 1
  for (let at = 0; at < length; at += 1) {
    // Numerical Recipes' generator: the same everywhere, and nothing that packing finds a rule in.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    noise[at] = state >>> 24
  }
  return noise
}

/** Different lines, so that they become less than 200 times their size. */
function createLines(length: number): Uint8Array {
  const block = new TextEncoder().encode(
    Array.from({ length: 20_000 }, (_, index) => `const value${index} = ${(index * 7_919) % 65_521}\n`).join(''),
  )
  const count = Math.ceil(length / block.length)
  return join(Array.from({ length: count }, () => block)).subarray(0, length)
}
