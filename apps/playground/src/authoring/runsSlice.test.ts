import { expect, test } from 'vitest'

import { projectsActions } from '../projects/projectsSlice.ts'
import { runsActions, runsReducer } from './runsSlice.ts'

const ran = (packageId: string) => runsActions.runChanged({ packageId, run: { phase: 'ran', state: 'new' } })

test('the run of a project that is removed is forgotten, and no other', () => {
  const before = [ran('mine'), ran('other')].reduce(runsReducer, {})
  expect(runsReducer(before, projectsActions.projectRemoved('mine'))).toEqual({
    other: { phase: 'ran', state: 'new' },
  })
})

test('every run is forgotten when other projects take the place of all that were', () => {
  expect(runsReducer(runsReducer(undefined, ran('mine')), projectsActions.projectsRestored([]))).toEqual({})
})
