import { expect, test } from 'vitest'

import { LoadedImages, type LoadedImage } from './LoadedImages.ts'

const MIB = 1024 * 1024

const loaded = (mib: number, fuel = 1): LoadedImage => ({
  image: { bytes: new Uint8Array(mib * MIB), length: mib * MIB },
  loaded: null,
  fuel,
})

test('keeps as many images as fit into its bytes, those that were used last', () => {
  const images = new LoadedImages()
  for (const code of ['a', 'b', 'c']) images.keep(code, loaded(10))
  expect(images.find('a', 10)).toBeDefined()
  images.keep('d', loaded(10))
  expect(['a', 'b', 'c', 'd'].filter((code) => images.find(code, 10) !== undefined)).toEqual(['a', 'c', 'd'])
})

test('keeps no image that is too large by itself', () => {
  const images = new LoadedImages()
  images.keep('large', loaded(40))
  expect(images.find('large', 10)).toBeUndefined()
  images.keep('small', loaded(1))
  expect(images.find('small', 10)).toBeDefined()
})

test('keeps no more than 32, however small, and counts one that comes again once', () => {
  const images = new LoadedImages()
  for (let round = 0; round < 3; round += 1) images.keep('again', loaded(12))
  for (let index = 0; index < 40; index += 1) images.keep(`code ${index}`, loaded(0))
  const kept = Array.from({ length: 40 }, (_, index) => images.find(`code ${index}`, 10)).filter(Boolean)
  expect(kept).toHaveLength(32)
})

test('has no image for who may not spend what its code took: it has to run, and to fail as it would have', () => {
  const images = new LoadedImages()
  images.keep('dear', loaded(1, 50))
  expect(images.find('dear', 49)).toBeUndefined()
  expect(images.find('dear', 50)).toBeDefined()
})
