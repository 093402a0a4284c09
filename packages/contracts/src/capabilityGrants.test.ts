import { expect, test } from 'vitest'

import { EVERY_DOMAIN, isCapabilityName, NO_GRANTS } from './capabilityGrants.ts'

test('NO_GRANTS gives nothing and cannot be changed', () => {
  expect(NO_GRANTS).toEqual({ readShared: [], writeShared: [], systemCommands: [] })
  expect(() => Object.assign(NO_GRANTS, { readShared: ['*'] })).toThrow(TypeError)
  expect(() => (NO_GRANTS.readShared as string[]).push('*')).toThrow(TypeError)
})

test.each(['a', 'counter-summary', 'x'.repeat(64)])('%s may name a domain or a command', (name) => {
  expect(isCapabilityName(name)).toBe(true)
})

test.each([
  EVERY_DOMAIN,
  '',
  'A',
  '1a',
  'a b',
  'a.b',
  '__proto__',
  'constructor',
  'prototype',
  'x'.repeat(65),
  null,
  7,
  ['a'],
])('%j may not name a domain or a command', (name) => {
  expect(isCapabilityName(name)).toBe(false)
})
