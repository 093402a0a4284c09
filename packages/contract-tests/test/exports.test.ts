import * as contractTests from '@plugboard/contract-tests'
import { expect, test } from 'vitest'

test('the package exports its table of contents', () => {
  expect(Object.keys(contractTests).toSorted()).toMatchInlineSnapshot(`
    [
      "FakeRuntime",
      "KIND_BEHAVIOUR_IDS",
      "RENDERER_BEHAVIOUR_IDS",
      "RUNTIME_BEHAVIOUR_IDS",
      "STORAGE_BEHAVIOUR_IDS",
      "UI_NODE_FIXTURE_HANDLERS",
      "asyncSource",
      "chanceSource",
      "counterSource",
      "createFakeRuntime",
      "createFakeWidgetSource",
      "createPluginViewFixture",
      "describeContainment",
      "describeKindContract",
      "describePolicyContract",
      "describePresetContract",
      "describeRendererContract",
      "describeRuntimeContract",
      "describeStorageContract",
      "echoSource",
      "guestSources",
      "hostileGuests",
      "hostileTrees",
      "loggerSource",
      "pluginWith",
      "rowsSource",
      "surfacesSource",
      "throwerSource",
      "twoWidgetsSource",
      "uiNodeFixtures",
      "variableSource",
      "zoneSource",
    ]
  `)
})
