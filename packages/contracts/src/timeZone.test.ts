import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { createZoneOffset, isTimeZone } from './timeZone.ts'

const JULY = Date.UTC(2024, 6, 1)
const JANUARY = Date.UTC(2024, 0, 1)

it.each([
  ['UTC', 0, 0],
  ['Asia/Kolkata', 330, 330],
  ['Europe/Berlin', 60, 120],
  ['America/New_York', -300, -240],
  ['America/St_Johns', -210, -150],
  ['Pacific/Kiritimati', 840, 840],
])('says how far %s is ahead of UTC, in winter and in summer', (name, winter, summer) => {
  const offset = createZoneOffset(name)
  expect([offset(JANUARY), offset(JULY)]).toEqual([winter, summer])
})

it('has whole minutes where a town kept its own time', () => {
  expect(createZoneOffset('Europe/Berlin')(Date.UTC(1850, 0, 1))).toBe(53)
})

it.each(['', 'Mars/Olympus', 'Europe/Berlin\0', 'x'.repeat(1_000), undefined, null, 7, {}])(
  'takes %o for no zone',
  (name) => {
    expect(isTimeZone(name)).toBe(false)
  },
)

test.prop([fc.constantFrom('Europe/Berlin', 'UTC', 'Australia/Lord_Howe'), fc.double()])(
  'is a whole number within a day of UTC, whatever it is asked for',
  (name, time) => {
    const minutes = createZoneOffset(name)(time)
    expect(Number.isInteger(minutes)).toBe(true)
    expect(Math.abs(minutes)).toBeLessThan(24 * 60)
  },
)
