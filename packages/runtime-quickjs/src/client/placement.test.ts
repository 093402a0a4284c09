import type { RuntimeGroup } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { selectPlacement, type PlacementRequest } from './placement.ts'

function request(packageId: string, suffix: string, trusted?: boolean): PlacementRequest {
  return { packageId, instanceId: `${packageId}@${suffix}`, ...(trusted === undefined ? {} : { trusted }) }
}

function groups(...ids: readonly string[]): readonly RuntimeGroup[] {
  return ids.map((id) => ({ id, instanceIds: [], alive: true, restarts: 0 }))
}

const BOUNDS = { maxWorkers: 8, trustedWorkers: 2 }

it('spreads trusted instances over the pool, each to where the fewest are, whatever their package', () => {
  const place = selectPlacement('shared', BOUNDS)
  const of = (id: string, count: number): RuntimeGroup => ({
    id: `trusted/${id}`,
    instanceIds: Array.from({ length: count }, (_, index) => `x@${index}`),
    alive: true,
    restarts: 0,
  })
  expect(place(request('a', '1', true), [])).toBe('trusted/pool:1')
  expect(place(request('a', '2', true), [of('pool:1', 1)])).toBe('trusted/pool:2')
  expect(place(request('b', '1', true), [of('pool:2', 1), of('pool:1', 2)])).toBe('trusted/pool:2')
  expect(place(request('c', '1', true), [of('pool:1', 3), of('pool:2', 3)])).toBe('trusted/pool:1')
})

it('has one worker in the pool where it is told of none', () => {
  expect(selectPlacement('shared', { maxWorkers: 8, trustedWorkers: 0 })(request('a', '1', true), [])).toBe(
    'trusted/pool:1',
  )
})

it('gives other code a group for each instance up to the cap, then one for each package', () => {
  const place = selectPlacement('shared', { ...BOUNDS, maxWorkers: 2 })
  const full = groups('untrusted/instance:a@1', 'untrusted/instance:a@2')
  expect(place(request('a', '1'), [])).toBe('untrusted/instance:a@1')
  expect(place(request('a', '2', false), full.slice(0, 1))).toBe('untrusted/instance:a@2')
  expect(place(request('a', '3'), full)).toBe('untrusted/package:a')
  expect(place(request('b', '1'), full)).toBe('untrusted/package:b')
})

it('counts neither trusted groups nor those of instances that run alone against the cap', () => {
  const place = selectPlacement('shared', { ...BOUNDS, maxWorkers: 1 })
  expect(place(request('a', '1'), groups('trusted/pool:1', 'alone/a@2'))).toBe('untrusted/instance:a@1')
})

it('isolates every instance when asked to', () => {
  const place = selectPlacement('isolated', BOUNDS)
  expect(place(request('a', '1', true), [])).toBe('trusted/instance:a@1')
  expect(place(request('a', '2', true), groups('trusted/instance:a@1'))).toBe('trusted/instance:a@2')
})

it('shows a function of the application only the groups of the same trust, and sets its answers apart by trust', () => {
  const seen: string[][] = []
  const place = selectPlacement((_, known) => {
    seen.push(known.map(({ id }) => id))
    return 'one'
  }, BOUNDS)
  const known = groups('trusted/one', 'untrusted/one', 'alone/a@9')
  expect(place(request('a', '1', true), known)).toBe('trusted/one')
  expect(place(request('a', '2'), known)).toBe('untrusted/one')
  expect(seen).toEqual([['one'], ['one']])
})
