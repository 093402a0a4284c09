import type { RuntimeGroup } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { selectPlacement, type PlacementRequest } from './placement.ts'

function request(packageId: string, suffix: string, trusted?: boolean): PlacementRequest {
  return { packageId, instanceId: `${packageId}@${suffix}`, ...(trusted === undefined ? {} : { trusted }) }
}

function groups(...ids: readonly string[]): readonly RuntimeGroup[] {
  return ids.map((id) => ({ id, instanceIds: [], alive: true, restarts: 0 }))
}

it('gives each trusted package a group', () => {
  const place = selectPlacement('shared', 8)
  expect(place(request('a', '1', true), [])).toBe('trusted/package:a')
  expect(place(request('a', '2', true), groups('trusted/package:a'))).toBe('trusted/package:a')
  expect(place(request('b', '1', true), groups('trusted/package:a'))).toBe('trusted/package:b')
})

it('gives other code a group for each instance up to the cap, then one for each package', () => {
  const place = selectPlacement('shared', 2)
  const full = groups('untrusted/instance:a@1', 'untrusted/instance:a@2')
  expect(place(request('a', '1'), [])).toBe('untrusted/instance:a@1')
  expect(place(request('a', '2', false), full.slice(0, 1))).toBe('untrusted/instance:a@2')
  expect(place(request('a', '3'), full)).toBe('untrusted/package:a')
  expect(place(request('b', '1'), full)).toBe('untrusted/package:b')
})

it('counts neither trusted groups nor those of instances that run alone against the cap', () => {
  const place = selectPlacement('shared', 1)
  expect(place(request('a', '1'), groups('trusted/package:a', 'alone/a@2'))).toBe('untrusted/instance:a@1')
})

it('isolates every instance when asked to', () => {
  const place = selectPlacement('isolated', 8)
  expect(place(request('a', '1', true), [])).toBe('trusted/instance:a@1')
  expect(place(request('a', '2', true), groups('trusted/instance:a@1'))).toBe('trusted/instance:a@2')
})

it('shows a function of the application only the groups of the same trust, and sets its answers apart by trust', () => {
  const seen: string[][] = []
  const place = selectPlacement((_, known) => {
    seen.push(known.map(({ id }) => id))
    return 'one'
  }, 8)
  const known = groups('trusted/one', 'untrusted/one', 'alone/a@9')
  expect(place(request('a', '1', true), known)).toBe('trusted/one')
  expect(place(request('a', '2'), known)).toBe('untrusted/one')
  expect(seen).toEqual([['one'], ['one']])
})
