import type { HostileArchive } from './hostileArchives.ts'
import { buildZip, bytes, join, numbers, type EndParts, type EntryParts } from './zipBuilder.ts'

const UNIX = 0x314
const mode = (kind: number): number => kind * 0x10000

/** Parts of the zip format by which one reader sees something else than another one. */
export const hostileFeatures: readonly HostileArchive[] = [
  entry('is a symbolic link', 'archive-entry-kind', {
    madeBy: UNIX,
    attributes: mode(0o120777),
    content: '/etc/passwd',
  }),
  entry('is a symbolic link, made on DOS by its own word', 'archive-entry-kind', {
    madeBy: 20,
    attributes: mode(0o120777),
  }),
  entry('is a device of characters', 'archive-entry-kind', { madeBy: UNIX, attributes: mode(0o020666) }),
  entry('is a device of blocks', 'archive-entry-kind', { madeBy: UNIX, attributes: mode(0o060666) }),
  entry('is a pipe', 'archive-entry-kind', { madeBy: UNIX, attributes: mode(0o010666) }),
  entry('is a socket', 'archive-entry-kind', { madeBy: UNIX, attributes: mode(0o140666) }),
  entry('is a folder by its mode and a file by its name', 'archive-entry-kind', { attributes: mode(0o040755) }),
  entry('is a folder by its name and a file by its mode', 'archive-entry-kind', {
    name: 'dist/',
    method: 0,
    attributes: mode(0o100644),
  }),
  entry('is a junction of Windows', 'archive-entry-kind', { attributes: 0x400 }),
  entry('is the name of a volume', 'archive-entry-kind', { attributes: 0x08 }),
  entry('may be run as root', 'harmless', { madeBy: UNIX, attributes: mode(0o104755) }),
  entry('is from the year 2107', 'harmless', { time: 0xffffffff }),
  entry('is encrypted', 'archive-unsupported', { flags: 1 }),
  entry('is encrypted strongly', 'archive-unsupported', { flags: 0x40 }),
  entry('hides what its header says', 'archive-unsupported', { flags: 0x2000 }),
  entry('is a patch', 'archive-unsupported', { flags: 0x20 }),
  entry('has its sizes behind its content', 'archive-unsupported', {
    flags: 8,
    local: { crc: 0, size: 0, packedSize: 0 },
    after: join([numbers(0x08074b50, 4), new Uint8Array(12)]),
  }),
  entry('is packed with bzip2', 'archive-unsupported', { method: 12 }),
  entry('is packed with Deflate64', 'archive-unsupported', { method: 9 }),
  entry('is packed with nothing known', 'archive-unsupported', { method: 99 }),
  entry('needs zip64', 'archive-unsupported', { version: 45 }),
  entry('has its sizes in a field of zip64', 'archive-unsupported', {
    version: 45,
    size: 0xffffffff,
    packedSize: 0xffffffff,
    extra: join([numbers(1, 2), numbers(16, 2), new Uint8Array(16)]),
  }),
  entry('has a field of zip64 beside its sizes', 'archive-unsupported', {
    extra: join([numbers(1, 2), numbers(16, 2), new Uint8Array(16)]),
  }),
  entry('has a target of a link in a field of Unix', 'archive-unsupported', {
    extra: join([numbers(0x000d, 2), numbers(16, 2), new Uint8Array(16)]),
  }),
  entry('has a second path that is another one', 'archive-malformed', {
    extra: join([numbers(0x7075, 2), numbers(14, 2), new Uint8Array(5), bytes('plugin.ts')]),
  }),
  entry('has extra fields that do not end', 'archive-malformed', {
    extra: join([numbers(0x5455, 2), numbers(500, 2)]),
  }),
  entry('has the times of its file in fields', 'harmless', {
    extra: join([numbers(0x5455, 2), numbers(5, 2), new Uint8Array(5)]),
  }),
  entry('has a comment', 'archive-unsupported', { comment: 'read me' }),
  entry('is on another disk', 'archive-unsupported', { disk: 1 }),
  end('is one of several disks', 'archive-unsupported', { disk: 1 }),
  end('says that it has entries on other disks', 'archive-unsupported', { countHere: 0 }),
  end('has its counts in a record of zip64', 'archive-unsupported', { count: 0xffff }),
  end('has its place in a record of zip64', 'archive-unsupported', { start: 0xffffffff }),
  end('has a comment', 'archive-malformed', { comment: bytes('read me') }),
  {
    name: 'an archive has a second directory in its comment',
    expected: 'archive-malformed',
    build: () => {
      const other = buildZip({ entries: [{ name: 'plugin.js', content: 'evil' }] })
      return buildZip({ entries: [{ name: 'plugin.js', content: 'good' }], end: { comment: other.subarray(0, -1) } })
    },
  },
  {
    name: 'an archive is followed by a second one',
    expected: 'archive-malformed',
    build: () => {
      const good = buildZip({ entries: [{ name: 'plugin.js', content: 'good' }] })
      return join([good, buildZip({ entries: [{ name: 'plugin.js', content: 'evil' }] })])
    },
  },
]

function entry(name: string, expected: HostileArchive['expected'], parts: Partial<EntryParts>): HostileArchive {
  return {
    name: `an entry ${name}`,
    expected,
    build: () =>
      buildZip({ entries: [{ name: 'plugin.js', ...(parts.method === 0 ? {} : { content: 'good' }), ...parts }] }),
  }
}

function end(name: string, expected: HostileArchive['expected'], parts: EndParts): HostileArchive {
  return {
    name: `an archive ${name}`,
    expected,
    build: () => buildZip({ entries: [{ name: 'plugin.js', content: 'good' }], end: parts }),
  }
}
