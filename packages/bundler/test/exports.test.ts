import * as bundler from '@plugboard/bundler'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(bundler).toSorted()).toMatchInlineSnapshot(`
    [
      "BUNDLE_DIAGNOSTICS",
      "bundlePlugin",
    ]
  `)
})
