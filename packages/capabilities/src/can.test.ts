import { NO_GRANTS } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { can, canReadShared, canRunCommand, canUseComponent, canWriteShared } from './can.ts'

const grants = { readShared: ['a'], writeShared: ['b'], systemCommands: ['restart-plugin'], components: ['maps'] }
const broad = { readShared: ['*'], writeShared: ['*'], systemCommands: ['*'], components: ['*'] }

describe('can', () => {
  it('answers each verb from its own list', () => {
    expect([can(grants, 'readShared', 'a'), can(grants, 'readShared', 'b')]).toEqual([true, false])
    expect([can(grants, 'writeShared', 'b'), can(grants, 'writeShared', 'a')]).toEqual([true, false])
    expect([can(grants, 'systemCommand', 'restart-plugin'), can(grants, 'systemCommand', 'a')]).toEqual([true, false])
    expect([can(grants, 'component', 'maps'), can(grants, 'component', 'a')]).toEqual([true, false])
    expect(can(NO_GRANTS, 'component', 'maps')).toBe(false)
  })

  it('opens every domain for reading by "*", and nothing for writing or running', () => {
    expect(canReadShared(broad, 'anything')).toBe(true)
    expect(canWriteShared(broad, 'anything')).toBe(false)
    expect(canRunCommand(broad, 'anything')).toBe(false)
    expect(canUseComponent(broad, 'anything')).toBe(false)
  })

  it('refuses names that name nothing, whatever the grants say', () => {
    const odd = {
      readShared: ['*', '__proto__'],
      writeShared: ['*', '__proto__'],
      systemCommands: ['*', 'constructor'],
      components: ['*', 'constructor'],
    }
    for (const name of ['*', 'constructor']) expect(canUseComponent(odd, name)).toBe(false)
    for (const name of ['*', '__proto__', 'constructor', '']) {
      expect([canReadShared(odd, name), canWriteShared(odd, name), canRunCommand(odd, name)]).toEqual([
        false,
        false,
        false,
      ])
    }
  })

  it('allows nothing without grants', () => {
    expect([canReadShared(NO_GRANTS, 'a'), canWriteShared(NO_GRANTS, 'a'), canRunCommand(NO_GRANTS, 'a')]).toEqual([
      false,
      false,
      false,
    ])
  })
})
