import { expect, test } from 'vitest'

import { countRounds, shuffle } from '../pages/shared/rounds.ts'

test('rounds before those that count are below zero', () => {
  expect([...countRounds({ rounds: 2, warmUp: 1, budgetMs: 60_000 })]).toEqual([-1, 0, 1])
})

test('no round begins after the time for them, but for the first that counts', () => {
  expect([...countRounds({ rounds: 9, warmUp: 2, budgetMs: -1 })]).toEqual([-2, -1, 0])
})

test('a shuffled list has the same members', () => {
  const members = [1, 2, 3, 4, 5]
  expect(shuffle(members).toSorted()).toEqual(members)
})
