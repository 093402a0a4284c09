import { expect, test } from 'vitest'

import { asGrants, compareGrants, namesToDecide } from './grantRows.ts'

const none = { readShared: [], writeShared: [], systemCommands: [] }

test('what was asked for and what is granted are counted apart', () => {
  const request = { readShared: ['a', 'b'], systemCommands: ['restart-plugin'] }
  expect(compareGrants(request, none)).toEqual({ missing: 3, beyond: 0 })
  expect(compareGrants(request, asGrants(request))).toEqual({ missing: 0, beyond: 0 })
  expect(compareGrants({}, { ...none, writeShared: ['a'], components: ['map'] })).toEqual({ missing: 0, beyond: 2 })
  expect(compareGrants({ readShared: ['a'] }, { ...none, readShared: ['*'] })).toEqual({ missing: 0, beyond: 1 })
})

test('of what was asked for, only what was agreed to is granted, and nothing that was not asked for', () => {
  const request = { readShared: ['a', 'b'], writeShared: ['a'], components: ['map'] }
  const agreed = { ...none, readShared: ['b', 'c'], systemCommands: ['restart-plugin'] }
  expect(asGrants(request, agreed)).toEqual({ ...none, readShared: ['b'], components: [] })
  expect(asGrants(request, none)).toEqual({ ...none, components: [] })
})

test('a person can decide about what the host has, what was asked for and what is granted, each once', () => {
  const parts = {
    request: { systemCommands: ['asked', 'known'] },
    grants: { ...none, systemCommands: ['granted', 'known'], components: ['map'] },
  }
  expect(namesToDecide('systemCommands', ['known'], parts)).toEqual(['known', 'asked', 'granted'])
  expect(namesToDecide('components', [], parts)).toEqual(['map'])
})
