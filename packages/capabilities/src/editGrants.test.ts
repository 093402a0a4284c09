import { NO_GRANTS } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { addGrant, removeGrant } from './editGrants.ts'

describe('addGrant', () => {
  it('adds one name to the list of its verb', () => {
    expect(addGrant(NO_GRANTS, 'writeShared', 'a')).toEqual({ readShared: [], writeShared: ['a'], systemCommands: [] })
    expect(addGrant(NO_GRANTS, 'systemCommand', 'a').systemCommands).toEqual(['a'])
  })

  it('adds to and takes from a list that is there only when it holds something', () => {
    const grants = addGrant(NO_GRANTS, 'component', 'maps')
    expect(grants.components).toEqual(['maps'])
    expect(removeGrant(grants, 'component', 'maps')).toBe(NO_GRANTS)
    expect(removeGrant(NO_GRANTS, 'component', 'maps')).toBe(NO_GRANTS)
  })

  it('adds no "*" and no illegal name', () => {
    expect(addGrant(NO_GRANTS, 'readShared', '*')).toBe(NO_GRANTS)
    expect(addGrant(NO_GRANTS, 'readShared', '__proto__')).toBe(NO_GRANTS)
  })

  it('leaves an operator its "*" when something else is added', () => {
    const operator = { readShared: ['*'], writeShared: [], systemCommands: [] }
    expect(addGrant(operator, 'writeShared', 'a')).toEqual({
      readShared: ['*'],
      writeShared: ['a'],
      systemCommands: [],
    })
  })
})

describe('removeGrant', () => {
  it('takes one name from the list of its verb', () => {
    const grants = { readShared: ['a'], writeShared: ['a'], systemCommands: [] }
    expect(removeGrant(grants, 'readShared', 'a')).toEqual({ readShared: [], writeShared: ['a'], systemCommands: [] })
  })

  it('takes "*" away', () => {
    expect(removeGrant({ readShared: ['*'], writeShared: [], systemCommands: [] }, 'readShared', '*')).toBe(NO_GRANTS)
  })
})
