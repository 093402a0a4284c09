import type { RuntimeState } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { takeBack } from './plannedChange.ts'

// The parts of a state that are looked at.
const state = { pluginStateByInstance: {}, shared: { board: { title: 'new' } } } as unknown as RuntimeState
const inverse = [{ op: 'replace', path: ['shared', 'board', 'title'], value: 'old' }] as const
const misfit = [{ op: 'replace', path: ['shared', 'nowhere', 'at', 'all'], value: 1 }] as const

it('takes records back without any other part of the store having been loaded', () => {
  expect(takeBack(state, [{ seq: 3, inverse }])).toMatchObject({ parts: { shared: { board: { title: 'old' } } } })
  expect(state.shared).toEqual({ board: { title: 'new' } })
})

it('names the record that does not fit the state', () => {
  expect(
    takeBack(state, [
      { seq: 3, inverse },
      { seq: 4, inverse: misfit },
      { seq: 5, inverse },
    ]),
  ).toBe(4)
})
