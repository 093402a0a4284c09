import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { describe, expect } from 'vitest'

import { MOST_DRAWN, type RowSlot } from './rowSlots.ts'
import { TALLEST } from './scrollSpan.ts'
import { VirtualScroll } from './VirtualScroll.ts'

const keysOf = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `k${index}`)

function scrollOf(count: number, view = 300): VirtualScroll {
  const scroll = new VirtualScroll()
  scroll.setRows({ count, first: 0, keys: keysOf(Math.min(count, 500)) })
  scroll.setView(view)
  return scroll
}

const placesIn = (slots: readonly RowSlot[]): readonly number[] =>
  slots.flatMap((slot) => (slot.kind === 'row' ? [slot.place] : []))

/** Something that happens to a virtual list. */
type Step =
  | { readonly type: 'scroll'; readonly to: number }
  | { readonly type: 'wheel'; readonly by: number }
  | { readonly type: 'measure'; readonly height: number }
  | { readonly type: 'reveal'; readonly at: number }
  | { readonly type: 'rows'; readonly count: number; readonly first: number; readonly held: number }

const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyCount = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 1_000_000_000 }))
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('scroll' as const), to: share }),
  fc.record({ type: fc.constant('wheel' as const), by: fc.integer({ min: -600, max: 600 }) }),
  fc.record({ type: fc.constant('measure' as const), height: fc.double({ min: 1, max: 900, noNaN: true }) }),
  fc.record({ type: fc.constant('reveal' as const), at: share }),
  fc.record({
    type: fc.constant('rows' as const),
    count: anyCount,
    first: fc.integer({ min: 0, max: 1_000 }),
    held: fc.integer({ min: 0, max: 300 }),
  }),
)

describe('a virtual list', () => {
  test.prop([fc.array(step, { maxLength: 30 }), share])(
    'draws what is seen, each row once and in order, whatever happens',
    (steps, keptShare) => {
      let count = 1_000
      const scroll = scrollOf(count)
      const go = (position: number): void => {
        scroll.scrolled(Math.max(0, Math.min(position, TALLEST - 300)))
        scroll.settle()
      }
      for (const happened of steps) {
        switch (happened.type) {
          case 'scroll':
            go(happened.to * (TALLEST - 300))
            break
          case 'wheel':
            go(scroll.position + happened.by)
            break
          case 'measure': {
            const { end, start } = scroll.window
            scroll.measured(
              Array.from(
                { length: end - start },
                (_, index) => [start + index, happened.height + (index % 3)] as const,
              ),
            )
            break
          }
          case 'reveal':
            if (count > 0) scroll.reveal(Math.floor(happened.at * (count - 1)))
            break
          case 'rows': {
            const held = Math.min(happened.held, happened.count)
            const first = Math.min(happened.first, happened.count - held)
            count = happened.count
            scroll.setRows({ count, first, keys: keysOf(held) })
            break
          }
        }
        const { end, start } = scroll.window
        const kept = count === 0 ? null : Math.floor(keptShare * (count - 1))
        const slots = scroll.layOut(kept)
        const places = placesIn(slots)
        expect(places).toEqual([...new Set(places)].toSorted((one, other) => one - other))
        expect(places.length).toBeLessThanOrEqual(MOST_DRAWN + 1)
        if (count === 0) {
          expect(places).toEqual([])
          continue
        }
        expect(places).toContain(kept)
        expect(start).toBeLessThanOrEqual(scroll.firstSeen)
        expect(end).toBeGreaterThanOrEqual(Math.min(count, scroll.firstSeen + scroll.seenCount, start + MOST_DRAWN))
        expect(end).toBeLessThanOrEqual(count)
        for (const slot of slots) {
          if (slot.kind !== 'space') continue
          expect(slot.height).toBeGreaterThanOrEqual(0)
          expect(slot.height).toBeLessThanOrEqual(TALLEST)
        }
      }
    },
  )

  test.prop([fc.array(fc.integer({ min: 5, max: 300 }), { minLength: 60, maxLength: 60 }), share])(
    'keeps what is seen where it is when rows above it turn out to be of another height',
    (heights, to) => {
      const scroll = scrollOf(500)
      scroll.measured([[0, 32]])
      scroll.scrolled(to * 12_000)
      const place = scroll.firstSeen
      const before = offsetOf(scroll, place)
      const { start } = scroll.window
      scroll.measured(heights.map((height, index) => [start + index, height] as const))
      expect(offsetOf(scroll, place)).toBeCloseTo(before, 3)
    },
  )

  test.prop([fc.array(fc.integer({ min: -250, max: 250 }), { maxLength: 200 }), share])(
    'of a billion rows goes over them step by step',
    (deltas, to) => {
      const scroll = scrollOf(1_000_000_000)
      const most = TALLEST - 300
      scroll.scrolled(to * most)
      for (const delta of deltas) {
        const before = scroll.firstSeen
        const position = Math.max(0, Math.min(scroll.position + delta, most))
        const moved = position - scroll.position
        scroll.scrolled(position)
        scroll.settle()
        const rows = moved / scroll.estimate
        const room = 1_000_000_000 - 1
        expect(Math.abs(scroll.firstSeen - Math.max(0, Math.min(before + rows, room)))).toBeLessThanOrEqual(
          300 / 32 + 1,
        )
      }
    },
  )

  test('of a billion rows is scrolled to both of its ends, wherever the bar was taken before', () => {
    const scroll = scrollOf(1_000_000_000)
    scroll.scrolled(1_200_000)
    scroll.settle()
    for (let turn = 0; turn < 100_000 && scroll.firstSeen > 0; turn += 1) {
      scroll.scrolled(Math.max(0, scroll.position - 500))
      scroll.settle()
      expect(scroll.position > 0 || scroll.firstSeen === 0).toBe(true)
      // The rest of the way by the bar.
      if (turn === 200) scroll.scrolled(900)
    }
    expect(scroll.firstSeen).toBe(0)
  })

  test('shows as little as it takes of a row that is asked for', () => {
    const scroll = scrollOf(500)
    scroll.reveal(100)
    expect(scroll.position).toBe(101 * 32 - 300)
    scroll.reveal(99)
    expect(scroll.position).toBe(101 * 32 - 300)
    scroll.reveal(10)
    expect(scroll.position).toBe(320)
    expect(scroll.isMoved).toBe(true)
  })
})

/** How far a row is from what is seen first, in pixels of the list. */
function offsetOf(scroll: VirtualScroll, place: number): number {
  let top = 0
  for (const slot of scroll.layOut(null)) {
    if (slot.kind === 'space') {
      if (slot.id === 'before') top += slot.height
    } else if (slot.place === place) return top - scroll.position
    else top += scroll.heightOf(slot.place)
  }
  throw new Error(`Row ${place} is not drawn.`)
}
