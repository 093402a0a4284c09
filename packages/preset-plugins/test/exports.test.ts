import * as presets from '@plugboard/preset-plugins'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(presets).toSorted()).toMatchInlineSnapshot(`
    [
      "calculator",
      "counter",
      "counterSummary",
      "createGreeter",
      "greeter",
      "greeterProfile",
      "greeterSharedState",
      "presetLocalReducers",
      "presetPlugins",
      "presetSharedDomains",
      "runtimeMonitor",
      "statusDashboard",
    ]
  `)
})
