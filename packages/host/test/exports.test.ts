import * as host from '@plugboard/host'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(host).toSorted()).toMatchInlineSnapshot(`
    [
      "DELIVERY_REFUSALS",
      "PLUGIN_HOST_ERROR_CODES",
      "PluginHostError",
      "collectDiagnostics",
      "createHostStore",
      "createPluginHost",
      "defineSystemCommand",
      "parseCommandTarget",
      "restartPlugin",
      "runtimeMetrics",
      "runtimeRegistry",
      "togglePlugin",
    ]
  `)
})
