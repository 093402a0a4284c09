import { expect, test, vi } from 'vitest'

import { createFakeClock } from '../test/fakeClock.ts'
import { ANNOUNCEMENT_LIMIT, ANNOUNCEMENT_WINDOW, AnnouncementBudget, ANSWER_TIME } from './announcementBudget.ts'

function spend(budget: AnnouncementBudget, count: number): void {
  for (let index = 0; index < count; index += 1) budget.spend()
}

test('a widget that announces too much is quiet until it has been still for a while', () => {
  const clock = createFakeClock()
  const budget = new AnnouncementBudget(clock)
  const listener = vi.fn<() => void>()
  budget.subscribe(listener)
  spend(budget, ANNOUNCEMENT_LIMIT - 1)
  expect(budget.isQuiet()).toBe(false)
  budget.spend()
  expect(budget.isQuiet()).toBe(true)
  clock.advance(ANNOUNCEMENT_WINDOW - 1)
  budget.spend()
  clock.advance(ANNOUNCEMENT_WINDOW - 1)
  expect(budget.isQuiet()).toBe(true)
  clock.advance(1)
  expect(budget.isQuiet()).toBe(false)
  expect(listener).toHaveBeenCalledTimes(2)
})

test('announcements that are far apart cost nothing in the end', () => {
  const clock = createFakeClock()
  const budget = new AnnouncementBudget(clock)
  for (let index = 0; index < 20; index += 1) {
    budget.spend()
    clock.advance(ANNOUNCEMENT_WINDOW / (ANNOUNCEMENT_LIMIT - 1))
  }
  expect(budget.isQuiet()).toBe(false)
})

test('what answers a person is free, and a person ends the silence', () => {
  const clock = createFakeClock()
  const budget = new AnnouncementBudget(clock)
  spend(budget, ANNOUNCEMENT_LIMIT)
  budget.expectAnswer()
  expect(budget.isQuiet()).toBe(false)
  spend(budget, 20)
  expect(budget.isQuiet()).toBe(false)
  clock.advance(ANSWER_TIME)
  spend(budget, ANNOUNCEMENT_LIMIT)
  expect(budget.isQuiet()).toBe(true)
})

test('a disposed budget leaves no timer', () => {
  const clock = createFakeClock()
  const budget = new AnnouncementBudget(clock)
  spend(budget, ANNOUNCEMENT_LIMIT)
  budget.dispose()
  clock.advance(ANNOUNCEMENT_WINDOW * 2)
  expect(budget.isQuiet()).toBe(true)
})
