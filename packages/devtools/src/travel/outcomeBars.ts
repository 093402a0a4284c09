import type { TimelineRow } from '../timeline/timelineRow.ts'

/** What a bar stands for: the worst of its rows. */
export const BAR_TONES = ['applied', 'ignored', 'host', 'denied', 'failed'] as const

export type BarTone = (typeof BAR_TONES)[number]

/** Bars at most; more rows share one. */
export const MOST_BARS = 240

/** The bars of each tone as one path in a box of 1 by 1. Cheap to draw, however many rows there are. */
export function outcomeBars(rows: readonly TimelineRow[]): Readonly<Record<BarTone, string>> {
  const count = Math.min(rows.length, MOST_BARS)
  const paths: Record<BarTone, string> = { applied: '', ignored: '', host: '', denied: '', failed: '' }
  for (let bar = 0; bar < count; bar += 1) {
    const from = Math.floor((bar * rows.length) / count)
    const to = Math.floor(((bar + 1) * rows.length) / count)
    let [tone, height]: [BarTone, number] = ['applied', 0]
    for (let index = from; index < to; index += 1) {
      const row = rows[index]
      if (row === undefined) continue
      const own = toneOf(row)
      if (BAR_TONES.indexOf(own) > BAR_TONES.indexOf(tone)) tone = own
      height = Math.max(height, heightOf(row))
    }
    paths[tone] += `M${((bar + 0.5) / count).toFixed(4)} 0.9V${(0.9 - height).toFixed(3)}`
  }
  return paths
}

function toneOf({ isFailure, outcome }: TimelineRow): BarTone {
  return isFailure ? 'failed' : (outcome ?? 'host')
}

// What handlers took, on a scale on which a millisecond and a tenth of a second can both be seen.
function heightOf({ ms, outcome }: TimelineRow): number {
  if (outcome === null) return 0.35
  return Math.min(0.8, 0.5 + Math.log10(1 + (ms ?? 0)) * 0.15)
}
