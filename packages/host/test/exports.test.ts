import * as host from '@plugboard/host'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(host).toSorted()).toMatchInlineSnapshot(`
    [
      "DELIVERY_REFUSALS",
      "PLUGIN_HOST_ERROR_CODES",
      "PluginHostError",
      "WORKSPACE_PROBLEM_CODES",
      "auditReads",
      "collectDiagnostics",
      "createHostStore",
      "createPluginHost",
      "createRecorder",
      "defineSystemCommand",
      "diffCapabilities",
      "openWorkspace",
      "parseCommandTarget",
      "redactRecording",
      "replayRecording",
      "restartPlugin",
      "runtimeMetrics",
      "runtimeRegistry",
      "togglePlugin",
    ]
  `)
})
