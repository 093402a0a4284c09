import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { createInstanceId, isPackageId, parseInstanceId } from './identity.ts'

const packageId = fc.stringMatching(/^[a-z][a-z0-9-]{0,63}$/).filter((id) => id !== 'constructor' && id !== 'prototype')

describe('instance ids', () => {
  property.prop([packageId])('are taken apart as they were made', (id) => {
    const parsed = parseInstanceId(createInstanceId(id))
    expect(parsed?.packageId).toBe(id)
    expect(parsed?.suffix).toMatch(/^[A-Za-z0-9_-]{8}$/)
  })

  property.prop([fc.anything()])('are never found in anything else', (value) => {
    const parsed = parseInstanceId(value)
    if (parsed !== null) expect(`${parsed.packageId}@${parsed.suffix}`).toBe(value)
  })

  test('differ each time', () => {
    const ids = Array.from({ length: 1_000 }, () => createInstanceId('counter'))
    expect(new Set(ids).size).toBe(1_000)
  })

  test.each([
    '',
    '@',
    'counter',
    'counter@',
    '@12345678',
    'Counter@12345678',
    'counter@1234 678',
    'a@b@c',
    'constructor@12345678',
    `counter@${'x'.repeat(65)}`,
  ])('are not %j', (id) => {
    expect(parseInstanceId(id)).toBeNull()
  })
})

describe('package ids', () => {
  test.each([
    '',
    'Counter',
    '1counter',
    '-a',
    'a b',
    'a@b',
    'a/b',
    '__proto__',
    'constructor',
    'prototype',
    'a'.repeat(65),
    'ä',
    null,
    1,
    {},
  ])('are not %j, and no instance is made for it', (id) => {
    expect(isPackageId(id)).toBe(false)
    // What an unchecked caller could pass.
    expect(() => createInstanceId(id as string)).toThrow(TypeError)
  })

  test.each(['a', 'counter', 'greeter-2', 'a'.repeat(64)])('may be %s', (id) => {
    expect(isPackageId(id)).toBe(true)
  })
})
