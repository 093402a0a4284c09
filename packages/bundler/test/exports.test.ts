import * as bundler from '@plugboard/bundler'
import * as vite from '@plugboard/bundler/vite'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(bundler).toSorted()).toMatchInlineSnapshot(`
    [
      "BUNDLE_DIAGNOSTICS",
      "bundlePlugin",
    ]
  `)
  expect(Object.keys(vite)).toEqual(['pluginCode'])
})
