import * as devtools from '@plugboard/devtools'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(devtools).toSorted()).toMatchInlineSnapshot(`
    [
      "ConsolePanel",
      "DEVTOOLS_PANELS",
      "Devtools",
      "DevtoolsDock",
      "DevtoolsProvider",
      "DomainInspector",
      "EventDetail",
      "FIRST_LOOK",
      "INSPECTOR_TABS",
      "InstanceInspector",
      "ProblemsPanel",
      "Timeline",
      "TravelBanner",
      "TravelBar",
      "consoleMessages",
      "createDevtools",
      "dockMessages",
      "domainMessages",
      "englishMessages",
      "findSource",
      "inspectorMessages",
      "jsonMessages",
      "problemMessages",
      "timelineMessages",
      "travelMessages",
      "useDevtools",
      "useDevtoolsState",
      "useTravel",
      "writePlace",
    ]
  `)
})
