export { ConsolePanel } from './console/ConsolePanel.tsx'
export { Devtools } from './Devtools.tsx'
export { DevtoolsDock } from './DevtoolsDock.tsx'
export { DomainInspector } from './domains/DomainInspector.tsx'
export { InstanceInspector } from './inspector/InstanceInspector.tsx'
export { consoleMessages } from './messages/console.ts'
export { dockMessages } from './messages/dock.ts'
export { domainMessages } from './messages/domains.ts'
export { englishMessages } from './messages/index.ts'
export { inspectorMessages } from './messages/inspector.ts'
export { jsonMessages } from './messages/json.ts'
export { problemMessages } from './messages/problems.ts'
export { timelineMessages } from './messages/timeline.ts'
export { travelMessages } from './messages/travel.ts'
export { ProblemsPanel } from './problems/ProblemsPanel.tsx'
export { DevtoolsProvider, useDevtools, useDevtoolsState, useTravel } from './session/context.tsx'
export { createDevtools } from './session/createDevtools.ts'
export { DEVTOOLS_PANELS, FIRST_LOOK, INSPECTOR_TABS } from './session/devtoolsState.ts'
export { findSource } from './source/findSource.ts'
export { writePlace } from './source/sourcePlace.ts'
export { EventDetail } from './timeline/EventDetail.tsx'
export { Timeline } from './timeline/Timeline.tsx'
export { TravelBanner } from './travel/TravelBanner.tsx'
export { TravelBar } from './travel/TravelBar.tsx'

export type { DevtoolsProps } from './Devtools.tsx'
export type { InstanceInspectorProps } from './inspector/InstanceInspector.tsx'
export type { DevtoolsMessages } from './messages/index.ts'
export type { DevtoolsProviderProps } from './session/context.tsx'
export type { CreateDevtoolsOptions, OpenSourceRequest } from './session/createDevtools.ts'
export type { DevtoolsSession, EventChoice } from './session/devtoolsSession.ts'
export type {
  ConsoleFilter,
  DevtoolsPanel,
  DevtoolsState,
  InspectorTab,
  LevelFilter,
  OutcomeFilter,
  TimelineFilter,
} from './session/devtoolsState.ts'
export type { DevtoolsStore } from './session/devtoolsStore.ts'
export type { FoundSource, MappedCode } from './source/findSource.ts'
export type { SourcePlace } from './source/sourcePlace.ts'
export type { TimelineRow } from './timeline/timelineRow.ts'
export type { EventDetailProps } from './timeline/EventDetail.tsx'
export type { Continued, DevtoolsTravel, LiveState, PastState, TravelState } from './travel/travelState.ts'
