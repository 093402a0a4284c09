export { createFakeRuntime, FakeRuntime } from './fakes/fakeRuntime.ts'
export { createFakeWidgetSource } from './fakes/fakeWidgetSource.ts'
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
  zoneSource,
} from './fixtures/guestSources.ts'
export { hostileGuests } from './fixtures/hostileGuests.ts'
export { hostileTrees } from './fixtures/hostileTrees.ts'
export { surfacesSource } from './fixtures/surfacesSource.ts'
export { createPluginViewFixture } from './fixtures/pluginView.ts'
export { UI_NODE_FIXTURE_HANDLERS, uiNodeFixtures } from './fixtures/uiNodes.ts'
export { describeContainment } from './suites/containmentContract.ts'
export { describeKindContract, KIND_BEHAVIOUR_IDS } from './suites/kindContract.ts'
export { describePolicyContract } from './suites/policyContract.ts'
export { describePresetContract } from './suites/presetContract.ts'
export { describeRendererContract, RENDERER_BEHAVIOUR_IDS } from './suites/rendererContract.ts'
export { describeRuntimeContract, RUNTIME_BEHAVIOUR_IDS } from './suites/runtimeContract.ts'
export { describeStorageContract, STORAGE_BEHAVIOUR_IDS } from './suites/storageContract.ts'

export type { FakeRuntimeOptions } from './fakes/fakeRuntime.ts'
export type { EmittedEvent, FakeWidgetSource } from './fakes/fakeWidgetSource.ts'
export type { GuestName, PluginParts } from './fixtures/guestSources.ts'
export type { HostileGuest } from './fixtures/hostileGuest.ts'
export type { HostileTree } from './fixtures/hostileTree.ts'
export type { PluginViewParts } from './fixtures/pluginView.ts'
export type { ContainmentOptions } from './suites/containmentContract.ts'
export type { KindElement, KindQuery, MountedKind, MountKind } from './suites/kind/mountedKind.ts'
export type { KindContractOptions } from './suites/kindContract.ts'
export type { PolicyContractOptions, PolicyQuestion } from './suites/policyContract.ts'
export type { PresetUnderTest } from './suites/preset/presetUnderTest.ts'
export type { PresetContractOptions } from './suites/presetContract.ts'
export type { MountedWidget, MountWidget, WidgetAddress, WidgetRole } from './suites/renderer/mountedWidget.ts'
export type { RendererContractOptions } from './suites/rendererContract.ts'
export type { RuntimeSetup } from './suites/runtime/runtimeKit.ts'
export type { RuntimeContractOptions } from './suites/runtimeContract.ts'
export type { StoragePlace } from './suites/storage/storageKit.ts'
export type { StorageContractOptions } from './suites/storageContract.ts'
