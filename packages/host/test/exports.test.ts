import * as host from '@plugboard/host'
import * as opentelemetry from '@plugboard/host/opentelemetry'
import * as past from '@plugboard/host/past'
import * as recording from '@plugboard/host/recording'
import * as workspace from '@plugboard/host/workspace'
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
      "createQuietRuntime",
      "defineSystemCommand",
      "parseCommandTarget",
      "removeInstances",
      "restartPlugin",
      "runtimeMetrics",
      "runtimeRegistry",
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
      "readEntries",
      "redactRecording",
      "replayRecording",
    ]
  `)
})

it('exports what makes spans from an entry of its own, since it needs another library', () => {
  expect(Object.keys(opentelemetry)).toEqual(['traceSpans'])
})

it('exports what looks into the past, and what saves, from entries of their own, since not every page does', () => {
  expect(Object.keys(past)).toEqual(['openPast'])
  expect(Object.keys(workspace).toSorted()).toMatchInlineSnapshot(`
    [
      "WORKSPACE_PROBLEM_CODES",
      "openWorkspace",
      "readExport",
      "readStoredParts",
      "storeExport",
    ]
  `)
})
