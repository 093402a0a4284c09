import * as storeCore from '@plugboard/store-core'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(storeCore).toSorted()).toMatchInlineSnapshot(`
    [
      "DEFAULT_TRACE_LIMIT",
      "DEFAULT_TRACE_SIZE",
      "PAST_GAPS",
      "PLUGIN_STORE_ERROR_CODES",
      "PluginStoreError",
      "createPluginSlice",
      "createPluginStore",
      "defineDerivedDomain",
      "defineLocalReducer",
      "defineSharedDomain",
      "envelopeOf",
      "intentOf",
      "isPluginActionEnvelope",
      "planRedo",
      "planUndo",
      "reduceGenericLocal",
    ]
  `)
})

it('offers exactly the documented actions and selectors', () => {
  const { actions, selectors } = storeCore.createPluginSlice()
  expect(Object.keys(actions)).toMatchInlineSnapshot(`
    [
      "instanceLoading",
      "instanceRegistered",
      "instanceFailed",
      "instanceStatusChanged",
      "instanceRestarted",
      "instanceRemoved",
      "instanceEnabledChanged",
      "grantsChanged",
      "domainsRestored",
      "pluginActionDispatched",
      "sharedActionDispatched",
      "systemCommandDispatched",
      "intentDenied",
      "changesUndone",
      "undoTakenBack",
      "stateRewound",
      "traceRecorded",
    ]
  `)
  expect(Object.keys(selectors)).toMatchInlineSnapshot(`
    [
      "selectPluginState",
      "selectAllPluginState",
      "selectInstance",
      "selectInstances",
      "selectInstancesByPackage",
      "selectInstanceCountByPackage",
      "selectGrants",
      "selectDispatchTrace",
      "selectLastSeq",
      "selectTraceRecord",
      "selectCauses",
      "selectEffects",
      "selectUndoneBy",
      "selectStateAt",
      "selectTrace",
      "selectPluginView",
      "selectPluginGlobalView",
      "selectDomainValue",
    ]
  `)
})
