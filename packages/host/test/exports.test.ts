import * as host from '@plugboard/host'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(host).toSorted()).toMatchInlineSnapshot(`
    [
      "DELIVERY_REFUSALS",
      "PLUGIN_HOST_ERROR_CODES",
      "PluginHostError",
      "WORKSPACE_PROBLEM_CODES",
      "collectDiagnostics",
      "createHostStore",
      "createPluginHost",
      "createRecorder",
      "defineSystemCommand",
      "openWorkspace",
      "parseCommandTarget",
      "replayRecording",
      "restartPlugin",
      "runtimeMetrics",
      "runtimeRegistry",
      "togglePlugin",
    ]
  `)
})
