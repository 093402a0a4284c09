import type { PackageManifest } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { PackageCatalog } from './packageCatalog.ts'

const manifest: PackageManifest = { apiVersion: 1, packageId: 'one', title: 'One', capabilities: {} }
const cyclic: unknown[] = []
cyclic.push(cyclic)
const listed = { manifest, code: 'listed', sourceMap: '{}' }

describe('the list of packages', () => {
  it('refuses two packages of one id', () => {
    expect(() => new PackageCatalog([listed, listed])).toThrow(/two packages have this id/)
  })

  it.each<[string, unknown]>([
    ['it is not an object', 'manifest'],
    ['not a legal id', { ...manifest, packageId: '__proto__' }],
    ['has no title', { ...manifest, title: undefined }],
    ['has no capabilities', { ...manifest, capabilities: undefined }],
    ['apiVersion is not one of 1', { ...manifest, apiVersion: 2 }],
    ['it is no JSON data', { ...manifest, extra: cyclic }],
    ['it is no JSON data', { ...manifest, extra: 1n }],
    ['it is no JSON data', { ...manifest, extra: JSON.parse('{"__proto__":1}') }],
  ])('refuses a manifest when %s', (problem, wrong) => {
    // A manifest is often parsed JSON, whatever its type says.
    expect(() => new PackageCatalog([{ ...listed, manifest: wrong as PackageManifest }])).toThrow(problem)
  })
})

describe('what is loaded', () => {
  const catalog = new PackageCatalog([listed])

  it('is the listed code, which is trusted', () => {
    expect(catalog.resolve({ packageId: 'one' })).toMatchObject({ code: 'listed', sourceMap: '{}', manifest })
  })

  it('is the same for every instance of a listed package, so that its digest is computed once', () => {
    expect(catalog.resolve({ packageId: 'one' })).toBe(catalog.resolve({ packageId: 'one' }))
    expect(catalog.findCode('one')).toBe(catalog.resolve({ packageId: 'one' }))
  })

  it('is other code under the same name, which is not', () => {
    expect(catalog.resolve({ packageId: 'one', code: 'other' })).toMatchObject({ code: 'other', manifest: null })
  })

  it('is nothing for names that every object has', () => {
    for (const packageId of ['toString', 'constructor', '__proto__']) {
      expect(() => catalog.resolve({ packageId })).toThrow(/No package/)
    }
  })
})
