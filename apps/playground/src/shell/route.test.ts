import { expect, test } from 'vitest'

import { readRoute, writeRoute, type Route } from './route.ts'

const ROUTES: readonly (readonly [string, Route])[] = [
  ['#run', { page: 'run' }],
  ['#gallery', { page: 'gallery' }],
  ['#gallery/table', { page: 'gallery', kind: 'table' }],
  ['#split', { page: 'split' }],
  ['#split/pomodoro-1', { page: 'split', packageId: 'pomodoro-1' }],
  [
    '#code/pomodoro-1/plugin.tsx:16:31',
    { page: 'code', packageId: 'pomodoro-1', place: { file: 'plugin.tsx', line: 16, column: 31 } },
  ],
  ['#code/pomodoro-1/manifest.json', { page: 'code', packageId: 'pomodoro-1', place: { file: 'manifest.json' } }],
  ['#w=abc-_', { page: 'shared', packed: 'abc-_' }],
]

test.for(ROUTES)('%s is read and written', ([hash, route]) => {
  expect(readRoute(hash)).toEqual(route)
  expect(writeRoute(route)).toBe(hash)
})

test.for([
  ['', { page: 'run' }],
  ['#nowhere', { page: 'run' }],
  ['#code/No Such Id', { page: 'code' }],
  ['#code/pomodoro-1/../secrets', { page: 'code', packageId: 'pomodoro-1' }],
  ['#code/pomodoro-1/other.txt:1', { page: 'code', packageId: 'pomodoro-1' }],
  ['#code/pomodoro-1/plugin.tsx:0:-1', { page: 'code', packageId: 'pomodoro-1', place: { file: 'plugin.tsx' } }],
] as const)('%s is not understood in full, and is as near as can be', ([hash, route]) => {
  expect(readRoute(hash)).toEqual(route)
})
