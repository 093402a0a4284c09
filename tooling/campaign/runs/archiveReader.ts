// node --expose-gc archiveReader.ts FILE: reads one archive in a process of its own, and prints what that took as JSON.
import { readFileSync, writeFileSync } from 'node:fs'

import { inspectArchive } from '@plugboard/package-format'

/** What reading one archive took. */
export interface ArchiveReading {
  readonly ms: number
  /** At the highest, beyond what the process had with the archive's bytes in it. */
  readonly extraMB: number
  readonly codes: readonly string[]
  readonly digest: string
}

const bytes = new Uint8Array(readFileSync(process.argv[2] ?? ''))
// Loaded and compiled before: what is measured is the archive.
await inspectArchive(new Uint8Array())
globalThis.gc?.()
const before = process.memoryUsage.rss()
forgetPeak()
const begun = performance.now()
const { diagnostics, digest = '' } = await inspectArchive(bytes)
const ms = performance.now() - begun
const extraMB = Math.max(0, readPeak() - before) / 1_048_576
const reading: ArchiveReading = { ms, extraMB, codes: diagnostics.map(({ code }) => code), digest }
process.stdout.write(JSON.stringify(reading))

/** Linux counts the peak from here on; elsewhere it is that of the whole process, which is no less. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // No such file: see above.
  }
}

function readPeak(): number {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))
    if (peak !== null) return Number(peak[1]) * 1_024
  } catch {
    // As above.
  }
  return process.resourceUsage().maxRSS * 1_024
}
