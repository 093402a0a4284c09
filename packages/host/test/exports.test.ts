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
      "createRecorder",
      "defineSystemCommand",
      "parseCommandTarget",
      "replayRecording",
      "restartPlugin",
      "runtimeMetrics",
      "runtimeRegistry",
      "togglePlugin",
    ]
  `)
})
