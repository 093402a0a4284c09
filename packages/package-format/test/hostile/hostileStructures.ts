import { PACKAGE_LIMITS } from '../../src/packageLimits.ts'
import type { HostileArchive } from './hostileArchives.ts'
import { buildZip, bytes, join, type EntryParts } from './zipBuilder.ts'

const GOOD: EntryParts = { name: 'plugin.js', content: 'good' }
const good = (): Uint8Array => buildZip({ entries: [GOOD] })
const another = (index: number): EntryParts => ({ name: `file-${index}.js`, method: 0 })

/** Archives whose parts contradict each other, or leave room beside them. */
export const hostileStructures: readonly HostileArchive[] = [
  structure('is empty', 'archive-malformed', () => new Uint8Array()),
  structure('is no archive', 'archive-malformed', () => bytes('definePlugin({})'.repeat(100))),
  structure('has nothing but an end', 'harmless', () => buildZip({ entries: [] })),
  structure('is cut in half', 'archive-malformed', () => good().subarray(0, 60)),
  structure('lacks its last byte', 'archive-malformed', () => good().subarray(0, -1)),
  structure('lacks its first byte', 'archive-malformed', () => good().subarray(1)),
  structure('follows a program', 'archive-malformed', () =>
    buildZip({ entries: [GOOD], before: bytes('#!/bin/sh\n') }),
  ),
  structure('follows a program that it knows of', 'archive-malformed', () => {
    const before = bytes('#!/bin/sh\n')
    return buildZip({ entries: [{ ...GOOD, offset: before.length }], before })
  }),
  structure('is followed by bytes', 'archive-malformed', () => buildZip({ entries: [GOOD], after: bytes('evil') })),
  structure('has bytes between two entries', 'archive-malformed', () =>
    buildZip({ entries: [{ ...GOOD, after: bytes('evil') }, another(1)] }),
  ),
  structure('has bytes before its directory', 'archive-malformed', () =>
    buildZip({ entries: [GOOD], gap: bytes('evil') }),
  ),
  structure('has an entry that its directory lacks', 'archive-malformed', () =>
    buildZip({ entries: [GOOD, { ...another(1), only: 'local' }] }),
  ),
  structure('has an entry in its directory only', 'archive-malformed', () =>
    buildZip({ entries: [GOOD, { ...another(1), only: 'central' }] }),
  ),
  structure('has 500 entries of the same bytes', 'archive-malformed', () =>
    buildZip({
      entries: [
        { ...another(0), content: 'x'.repeat(10_000), method: 8 },
        ...Array.from({ length: 499 }, (_, index): EntryParts => ({
          ...another(index + 1),
          content: 'x'.repeat(10_000),
          method: 8,
          only: 'central',
          offset: 0,
        })),
      ],
    }),
  ),
  structure('has an entry within the content of another', 'archive-malformed', () => {
    const inner = buildZip({ entries: [another(1)] })
    return buildZip({
      entries: [
        { name: 'outer.js', content: inner, method: 0 },
        { ...another(1), only: 'central', offset: 38 },
      ],
    })
  }),
  structure('has its entries in another order', 'harmless', () =>
    buildZip({
      entries: [
        { ...another(2), only: 'local' },
        { ...another(1), offset: 39 },
        { ...another(2), only: 'central', offset: 0 },
      ],
    }),
  ),
  structure('has other names before the content', 'archive-malformed', () =>
    buildZip({ entries: [{ ...GOOD, local: { name: 'plugin.ts' } }] }),
  ),
  structure('has other sizes before the content', 'archive-malformed', () =>
    buildZip({ entries: [{ ...GOOD, local: { size: 3 } }] }),
  ),
  structure('has another packed size before the content', 'archive-malformed', () =>
    buildZip({ entries: [{ ...GOOD, local: { packedSize: 3 } }] }),
  ),
  structure('has another checksum before the content', 'archive-malformed', () =>
    buildZip({ entries: [{ ...GOOD, local: { crc: 3 } }] }),
  ),
  structure('has another method before the content', 'archive-malformed', () =>
    buildZip({ entries: [{ ...GOOD, local: { method: 0 } }] }),
  ),
  structure('is encrypted before the content only', 'archive-malformed', () =>
    buildZip({ entries: [{ ...GOOD, local: { flags: 1 } }] }),
  ),
  structure('has a field of zip64 before the content only', 'archive-malformed', () =>
    buildZip({ entries: [{ ...GOOD, local: { extra: Uint8Array.of(1, 0, 0, 0) } }] }),
  ),
  structure('has an entry behind its end', 'archive-malformed', () =>
    buildZip({ entries: [{ ...GOOD, offset: 0x7fffffff }] }),
  ),
  structure('has an entry that is longer than the archive', 'archive-malformed', () =>
    buildZip({ entries: [{ ...GOOD, method: 0, packedSize: 10_000, size: 10_000 }] }),
  ),
  structure('has its directory elsewhere', 'archive-malformed', () =>
    buildZip({ entries: [GOOD], end: { start: 10 } }),
  ),
  structure('has a smaller directory than there is', 'archive-malformed', () =>
    buildZip({ entries: [GOOD], end: { size: 46 } }),
  ),
  structure('counts fewer entries than there are', 'archive-malformed', () =>
    buildZip({ entries: [GOOD, another(1)], end: { count: 1 } }),
  ),
  structure('counts more entries than there are', 'archive-malformed', () =>
    buildZip({ entries: [GOOD], end: { count: 2 } }),
  ),
  structure('counts 65,534 entries', 'archive-too-many-entries', () =>
    buildZip({ entries: [GOOD], end: { count: 65_534 } }),
  ),
  structure('has an entry too many', 'archive-too-many-entries', () =>
    buildZip({ entries: Array.from({ length: PACKAGE_LIMITS.files + 1 }, (_, index) => another(index)) }),
  ),
  structure('is larger than any may be', 'archive-too-large', () =>
    join([new Uint8Array(PACKAGE_LIMITS.archiveBytes), good()]),
  ),
  structure('consists of ends', 'archive-malformed', () => {
    const end = buildZip({ entries: [] })
    return join(Array.from({ length: 1_000 }, () => end))
  }),
]

function structure(name: string, expected: HostileArchive['expected'], build: () => Uint8Array): HostileArchive {
  return { name: `an archive ${name}`, expected, build }
}
