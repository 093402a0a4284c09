import * as sdkTesting from '@plugboard/sdk-testing'
import * as matchers from '@plugboard/sdk-testing/matchers'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(sdkTesting).toSorted()).toMatchInlineSnapshot(`
    [
      "PLUGIN_TEST_ERROR_CODES",
      "PluginTestError",
      "mountPlugin",
    ]
  `)
  expect(Object.keys(matchers)).toEqual(['pluginMatchers'])
})
