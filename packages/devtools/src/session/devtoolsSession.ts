import type { InstanceId } from '@plugboard/contracts'

import type { ConsoleFilter, DevtoolsPanel, DevtoolsState, InspectorTab, TimelineFilter } from './devtoolsState.ts'
import type { DevtoolsTravel } from '../travel/travelState.ts'

/** A record of the trace, and the instance that it is about. */
export interface EventChoice {
  readonly seq: number
  readonly instanceId?: InstanceId | undefined
}

/** What the person at the screen looks at, as an external store. `createDevtools` makes one. */
export interface DevtoolsSession {
  /** Called after each change. While nobody is subscribed, nothing is collected. */
  readonly subscribe: (listener: () => void) => () => void
  /** The same object until something changes. */
  readonly getSnapshot: () => DevtoolsState
  /** Going back in time. In the past, whatever is shown is as it was, and a record that is chosen is gone to. */
  readonly travel: DevtoolsTravel
  /** Chooses the instance that the inspector is about; null for none. */
  selectInstance(instanceId: InstanceId | null): void
  /** Chooses a record, and with it its instance as long as that is there; null for no record. */
  selectEvent(event: EventChoice | null): void
  /** Opens the timeline at a record, whatever was filtered or shown before. */
  revealEvent(event: EventChoice): void
  selectDomain(domain: string | null): void
  showPanel(panel: DevtoolsPanel): void
  showTab(tab: InspectorTab): void
  /** Changes some conditions of the filter; the others stay. */
  filterTimeline(filter: Partial<TimelineFilter>): void
  /** Changes some conditions of the filter; the others stay. */
  filterConsole(filter: Partial<ConsoleFilter>): void
  /** What happened so far is not shown in the timeline any more. The trace itself stays. */
  clearTimeline(): void
  /** Takes {@link DevtoolsSession.clearTimeline} back, as far as the trace still has what was cleared. */
  restoreTimeline(): void
  /** Forgets the lines of the console. */
  clearConsole(): void
  open(): void
  /** Nothing is collected, computed or drawn until it is opened again. */
  close(): void
  /** Sets parts of the state at once, for example what an application kept of the last session. */
  restore(state: Partial<DevtoolsState>): void
}
