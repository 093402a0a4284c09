import { describe, expect, it } from 'vitest'

import type { TimelineRow } from '../timeline/timelineRow.ts'
import { MOST_BARS, outcomeBars } from './outcomeBars.ts'

const row = (seq: number, change: Partial<TimelineRow> = {}): TimelineRow => ({
  seq,
  time: '00.000',
  instanceId: 'counter@a',
  scope: 'local',
  domain: null,
  action: 'increment',
  outcome: 'applied',
  reason: null,
  isFailure: false,
  ms: 1,
  ...change,
})

const barsIn = (path: string): number => path.split('M').length - 1

describe('the bars of the timeline', () => {
  it('are one a row, of its tone', () => {
    const bars = outcomeBars([
      row(1),
      row(2, { outcome: 'denied' }),
      row(3, { outcome: null }),
      row(4, { outcome: null, isFailure: true }),
      row(5, { outcome: 'ignored' }),
    ])
    expect(Object.entries(bars).map(([tone, path]) => [tone, barsIn(path)])).toEqual([
      ['applied', 1],
      ['ignored', 1],
      ['host', 1],
      ['denied', 1],
      ['failed', 1],
    ])
  })

  it('stay few, and show the worst of what they stand for', () => {
    const rows = Array.from({ length: 10_000 }, (_unused, index) =>
      row(index + 1, index === 7_000 ? { outcome: 'denied', ms: 100_000 } : {}),
    )
    const bars = outcomeBars(rows)
    expect(barsIn(bars.applied) + barsIn(bars.denied)).toBe(MOST_BARS)
    expect(barsIn(bars.denied)).toBe(1)
    // Within the box, whatever a handler took.
    expect(bars.denied).toMatch(/^M0\.\d+ 0\.9V0\.1\d*$/)
  })

  it('are none without rows', () => {
    expect(Object.values(outcomeBars([])).join('')).toBe('')
  })
})
