import type { GuestSeed, PluginRuntime } from '@plugboard/contracts'
import type { PluginSlice } from '@plugboard/store-core'

import type { HostEvents } from './hostEvents.ts'
import type { IntentDispatcher } from './intentDispatcher.ts'
import type { RenderScheduler } from './renderScheduler.ts'
import type { StoreLink } from './storeLink.ts'

/** What all instances of a host share. */
export interface SessionContext {
  readonly runtime: PluginRuntime
  readonly slice: PluginSlice
  readonly link: StoreLink
  readonly intents: IntentDispatcher
  readonly scheduler: RenderScheduler
  readonly events: HostEvents
  /** Names of the domains that the host computes from all of its state. */
  readonly derivedDomains: readonly string[]
  readonly now: () => number
  readonly createSeed: () => GuestSeed
}
