import * as host from '@plugboard/host'
import * as opentelemetry from '@plugboard/host/opentelemetry'
import * as recording from '@plugboard/host/recording'
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
      "defineSystemCommand",
      "openPast",
      "openWorkspace",
      "parseCommandTarget",
      "readExport",
      "removeInstances",
      "restartPlugin",
      "runtimeMetrics",
      "runtimeRegistry",
      "storeExport",
      "togglePlugin",
    ]
  `)
})

it('exports what records and replays runs from an entry of its own, since few pages need it', () => {
  expect(Object.keys(recording).toSorted()).toMatchInlineSnapshot(`
    [
      "auditReads",
      "createRecorder",
      "diffCapabilities",
      "redactRecording",
      "replayRecording",
    ]
  `)
})

it('exports what makes spans from an entry of its own, since it needs another library', () => {
  expect(Object.keys(opentelemetry)).toEqual(['traceSpans'])
})
