import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// @boundaries-ignore its tests have the same archives, and no other package has a use for them
import { HOSTILE_ARCHIVES, type HostileArchive } from '../../../packages/package-format/test/hostile/hostileArchives.ts'
import type { Figure, Part } from '../figure.ts'
import type { ArchiveReading } from '../runs/archiveReader.ts'

const READER = fileURLToPath(new URL('../runs/archiveReader.ts', import.meta.url))

/** What a hostile archive can cost whoever only looks at it. */
export const packages: Part = {
  name: 'packages',
  what: `${HOSTILE_ARCHIVES.length} hostile archives, each read in a Node.js process of its own`,
  async measure(): Promise<readonly Figure[]> {
    const place = mkdtempSync(join(tmpdir(), 'plugboard-archives-'))
    try {
      const readings = HOSTILE_ARCHIVES.map((archive) => read(archive, join(place, 'archive.plug')))
      const slowest = readings.toSorted((left, right) => right.ms - left.ms)[0]
      const largest = readings.toSorted((left, right) => right.extraMB - left.extraMB)[0]
      return [
        { name: 'kinds of hostile archives', value: readings.length, unit: 'count', limit: { least: 40 } },
        {
          name: 'neither refused by their code nor harmless',
          value: readings.filter(({ isAnswered }) => !isAnswered).length,
          unit: 'count',
          limit: { most: 0 },
        },
        { name: `longest: ${slowest?.name}`, value: slowest?.ms ?? Number.NaN, unit: 'ms', limit: { most: 2_000 } },
        {
          name: `most memory beside the archive: ${largest?.name}`,
          value: largest?.extraMB ?? Number.NaN,
          unit: 'MB',
          limit: { most: 64 },
        },
      ]
    } finally {
      rmSync(place, { recursive: true })
    }
  },
}

function read({ build, expected, name }: HostileArchive, file: string) {
  writeFileSync(file, build())
  const output = execFileSync(process.execPath, ['--expose-gc', READER, file], { encoding: 'utf8' })
  // Written by the reader, which has this type.
  const reading = JSON.parse(output) as ArchiveReading
  // A harmless one is read, and most of them hold no package.
  const isHarmless = reading.codes.every((code) => !code.startsWith('archive-'))
  return { ...reading, name, isAnswered: expected === 'harmless' ? isHarmless : reading.codes.includes(expected) }
}
