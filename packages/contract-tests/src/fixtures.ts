export { createFakeWidgetSource } from './fakes/fakeWidgetSource.ts'
export { createLatencyWidgetSource } from './fakes/latencyWidgetSource.ts'
export { hostileTrees } from './fixtures/hostileTrees.ts'
export { UI_NODE_FIXTURE_HANDLERS, uiNodeFixtures } from './fixtures/uiNodes.ts'

export type { EmittedEvent, FakeWidgetSource } from './fakes/fakeWidgetSource.ts'
export type { LatencyWidgetSource, LatencyWidgetSourceOptions } from './fakes/latencyWidgetSource.ts'
export type { HostileTree } from './fixtures/hostileTree.ts'
