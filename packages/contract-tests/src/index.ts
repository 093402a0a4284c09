export { createFakeRuntime, FakeRuntime } from './fakes/fakeRuntime.ts'
export {
  asyncSource,
  chanceSource,
  counterSource,
  echoSource,
  guestSources,
  loggerSource,
  pluginWith,
  rowsSource,
  throwerSource,
  twoWidgetsSource,
  variableSource,
} from './fixtures/guestSources.ts'
export { createPluginViewFixture } from './fixtures/pluginView.ts'
export { describeRuntimeContract, RUNTIME_BEHAVIOUR_IDS } from './suites/runtimeContract.ts'

export type { FakeRuntimeOptions } from './fakes/fakeRuntime.ts'
export type { GuestName, PluginParts } from './fixtures/guestSources.ts'
export type { PluginViewParts } from './fixtures/pluginView.ts'
export type { RuntimeSetup } from './suites/runtime/runtimeKit.ts'
export type { RuntimeContractOptions } from './suites/runtimeContract.ts'
