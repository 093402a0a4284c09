import { expect, it } from 'vitest'

import { Choices } from './choices.ts'

it('keeps what was chosen until there is a new plan, and does not bring it back with the old one', () => {
  const choices = new Choices<string>(Object.is)
  choices.choose('a', 'planned', 'mine')
  expect([choices.read('a', 'planned'), choices.read('a', undefined)]).toEqual(['mine', 'mine'])
  expect([choices.read('a', 'other'), choices.read('a', 'planned')]).toEqual(['other', 'planned'])
  expect(choices.read('b', 'planned')).toBe('planned')
})

it('forgets the place that was chosen in longest ago, so that places that are made up for ever take no room', () => {
  const choices = new Choices<number>(Object.is)
  for (let place = 0; place <= 1_000; place += 1) choices.choose(`${place}`, 0, 1)
  expect([choices.read('0', 0), choices.read('1', 0), choices.read('1000', 0)]).toEqual([0, 1, 1])
})
