import { expect, test } from 'vitest'

import type { PluginProject } from './pluginProject.ts'
import { projectsActions, projectsReducer } from './projectsSlice.ts'

function project(packageId: string): PluginProject {
  return { packageId, title: packageId, files: { 'plugin.tsx': 'a', 'manifest.json': '{}' }, editedAt: 1 }
}

const two = projectsReducer(undefined, projectsActions.projectsRestored([project('one'), project('two')]))

test('a change of one file leaves the other project and file as they are', () => {
  const next = projectsReducer(
    two,
    projectsActions.fileChanged({ packageId: 'one', file: 'plugin.tsx', text: 'b', at: 9 }),
  )
  expect(next['one']).toMatchObject({ files: { 'plugin.tsx': 'b', 'manifest.json': '{}' }, editedAt: 9 })
  expect(next['two']).toBe(two['two'])
})

test('what changes nothing is the same state, so that nothing is saved again', () => {
  const same = projectsActions.fileChanged({ packageId: 'one', file: 'plugin.tsx', text: 'a', at: 9 })
  expect(projectsReducer(two, same)).toBe(two)
  const unknown = projectsActions.fileChanged({ packageId: 'three', file: 'plugin.tsx', text: 'b', at: 9 })
  expect(projectsReducer(two, unknown)).toBe(two)
})

test('a removed project can be put back', () => {
  const one = two['one']
  if (one === undefined) throw new Error('There is no project to remove.')
  const without = projectsReducer(two, projectsActions.projectRemoved('one'))
  expect(Object.keys(without)).toEqual(['two'])
  expect(projectsReducer(without, projectsActions.projectPut(one))['one']).toBe(one)
})
