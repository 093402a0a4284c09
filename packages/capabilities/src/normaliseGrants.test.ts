import { test } from '@fast-check/vitest'
import { NO_GRANTS } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { anyGrants } from '../test/arbitraries.ts'
import { isBroadGrant, isSameGrants, normaliseGrants } from './normaliseGrants.ts'

describe('normaliseGrants', () => {
  it('sorts, drops doubles and freezes', () => {
    const grants = normaliseGrants({ readShared: ['b', 'a', 'b'], writeShared: ['c'] })
    expect(grants).toEqual({ readShared: ['a', 'b'], writeShared: ['c'], systemCommands: [] })
    for (const part of [grants, grants.readShared, grants.writeShared, grants.systemCommands]) {
      expect(Object.isFrozen(part)).toBe(true)
    }
  })

  it('drops what is no name', () => {
    const lists = ['__proto__', 'constructor', 'prototype', 'A', 'a b', '', '*', 7, null] as unknown as string[]
    expect(normaliseGrants({ readShared: lists, writeShared: lists, systemCommands: lists, components: lists })).toBe(
      NO_GRANTS,
    )
  })

  it('keeps "*" in readShared only when told to, alone, and never elsewhere', () => {
    const asked = { readShared: ['a', '*'], writeShared: ['*'], systemCommands: ['*'] }
    expect(normaliseGrants(asked).readShared).toEqual(['a'])
    expect(normaliseGrants(asked, { everyDomain: true })).toEqual({
      readShared: ['*'],
      writeShared: [],
      systemCommands: [],
    })
  })

  it('reads anything else as no grants', () => {
    for (const nothing of [null, undefined, {}, { readShared: 'a' } as never]) {
      expect(normaliseGrants(nothing)).toBe(NO_GRANTS)
    }
  })

  test.prop([anyGrants])('is idempotent, and equal to what it came from as a set', (grants) => {
    const once = normaliseGrants(grants, { everyDomain: true })
    expect(normaliseGrants(once, { everyDomain: true })).toEqual(once)
    expect(isSameGrants(once, normaliseGrants(once, { everyDomain: true }))).toBe(true)
  })
})

describe('isSameGrants', () => {
  it('compares as sets', () => {
    const grants = { readShared: ['a', 'b'], writeShared: ['c'], systemCommands: ['d'] }
    expect(isSameGrants(grants, { ...grants, readShared: ['b', 'a', 'a'] })).toBe(true)
    expect(isSameGrants(grants, { ...grants, readShared: ['a'] })).toBe(false)
    expect(isSameGrants(grants, { ...grants, writeShared: ['a'] })).toBe(false)
    expect(isSameGrants(grants, { ...grants, systemCommands: [] })).toBe(false)
    expect(isSameGrants(grants, { ...grants, components: ['maps'] })).toBe(false)
    expect(isSameGrants(grants, { ...grants, components: [] })).toBe(true)
  })
})

describe('isBroadGrant', () => {
  it('is true for "*" in readShared and false for everything else', () => {
    expect(isBroadGrant({ readShared: ['*'] })).toBe(true)
    expect(isBroadGrant({ readShared: ['a'], writeShared: ['*'] })).toBe(false)
    expect(isBroadGrant({})).toBe(false)
  })
})
