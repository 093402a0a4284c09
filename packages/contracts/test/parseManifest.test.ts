import { fc, test as property } from '@fast-check/vitest'
import {
  parseCapabilityGrants,
  parsePackageManifest,
  parseUIEvent,
  SchemaError,
  uiNodeJsonSchema,
} from '@plugboard/contracts/schemas'
import { NO_GRANTS, PluginRuntimeError, UI_NODE_KINDS, type PackageManifest, type UIEvent } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'

const manifest: PackageManifest = {
  apiVersion: 1,
  packageId: 'counter',
  title: 'Counter',
  description: 'Counts.',
  version: '1.0.0',
  stateVersion: 2,
  capabilities: { readShared: ['*', 'weather'], writeShared: ['counter-summary'], systemCommands: ['restart-plugin'] },
}

describe('parsePackageManifest', () => {
  test('gives a valid manifest back as it was', () => {
    expect(parsePackageManifest(manifest)).toEqual(manifest)
    const bare = { apiVersion: 1, packageId: 'a', title: 'A', capabilities: {} }
    expect(parsePackageManifest(bare)).toEqual(bare)
  })

  test.each<[string, object, string]>([
    ['an unknown API version', { apiVersion: 2 }, 'apiVersion'],
    ['a package id that is not legal', { packageId: 'Counter' }, 'packageId'],
    ['a package id that is a prototype name', { packageId: 'constructor' }, 'packageId'],
    ['no title', { title: '' }, 'title'],
    ['a negative state version', { stateVersion: -1 }, 'stateVersion'],
    ['a capability that does not exist', { capabilities: { network: ['*'] } }, 'capabilities'],
    ['every domain for writing', { capabilities: { writeShared: ['*'] } }, 'capabilities.writeShared[0]'],
    ['every system command', { capabilities: { systemCommands: ['*'] } }, 'capabilities.systemCommands[0]'],
    [
      'a domain that is a prototype name',
      { capabilities: { readShared: ['constructor'] } },
      'capabilities.readShared[0]',
    ],
    ['a typo', { titel: 'Counter' }, ''],
  ])('refuses %s and names the path', (_, change, path) => {
    expect(() => parsePackageManifest({ ...manifest, ...change })).toThrow(
      expect.objectContaining({ name: 'SchemaError', path }),
    )
  })

  property.prop([fc.anything()])('throws SchemaError and nothing else', (value) => {
    try {
      parsePackageManifest(value)
    } catch (error) {
      expect(error).toBeInstanceOf(SchemaError)
    }
  })
})

describe('parseCapabilityGrants', () => {
  test('gives valid grants back as they were', () => {
    expect(parseCapabilityGrants(NO_GRANTS)).toEqual(NO_GRANTS)
    const grants = { readShared: ['*'], writeShared: ['notes'], systemCommands: [] }
    expect(parseCapabilityGrants(grants)).toEqual(grants)
  })

  test('refuses a missing list, an illegal name and a wildcard outside of readShared', () => {
    expect(() => parseCapabilityGrants({ readShared: [] })).toThrow(SchemaError)
    expect(() => parseCapabilityGrants({ ...NO_GRANTS, readShared: ['A B'] })).toThrow(SchemaError)
    expect(() => parseCapabilityGrants({ ...NO_GRANTS, writeShared: ['*'] })).toThrow(SchemaError)
  })
})

describe('parseUIEvent', () => {
  const events: readonly UIEvent[] = [
    { type: 'press' },
    { type: 'press', key: 'row', args: { deep: [1, null] } },
    { type: 'change', name: 'city', value: 'Oslo', rev: 1 },
    { type: 'commit', name: 'city', value: '', rev: 0, args: null },
    { type: 'submit', name: 'form', values: { city: 'Oslo' } },
    { type: 'sort', column: 'name', dir: 'desc' },
    { type: 'select', keys: ['a', 'b'] },
    { type: 'range', start: 0, end: 50 },
    { type: 'close' },
    { type: 'custom', event: 'drag', detail: { x: 1 } },
  ]

  test.each(events)('gives a $type back as it was', (event) => {
    expect(parseUIEvent(event)).toEqual(event)
  })

  test.each([
    null,
    'press',
    {},
    { type: 'explode' },
    { type: 'press', target: 1 },
    { type: 'press', args: { constructor: 1 } },
    { type: 'change', name: 'city', value: 'x' },
    { type: 'change', name: '../x', value: 'x', rev: 1 },
    { type: 'change', name: 'city', value: 'x', rev: -1 },
    { type: 'sort', column: 'a', dir: 'up' },
  ])('refuses %j as PROTOCOL', (event) => {
    expect(() => parseUIEvent(event)).toThrow(expect.objectContaining({ name: 'PluginRuntimeError', code: 'PROTOCOL' }))
  })

  property.prop([fc.anything()])('throws PROTOCOL and nothing else', (value) => {
    try {
      parseUIEvent(value)
    } catch (error) {
      expect(error).toBeInstanceOf(PluginRuntimeError)
      expect(error).toMatchObject({ code: 'PROTOCOL' })
    }
  })
})

test('uiNodeJsonSchema describes every kind once', () => {
  const schema = uiNodeJsonSchema() as { oneOf: { properties: { kind: { const: string } } }[] }
  expect(schema.oneOf.map(({ properties }) => properties.kind.const)).toEqual(UI_NODE_KINDS)
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
})
