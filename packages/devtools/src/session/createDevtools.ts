import type { CapabilityGrants, InstanceId, PackageId, PluginRuntime } from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'

import { type DevtoolsMessages, englishMessages } from '../messages/index.ts'
import type { SourcePlace } from '../source/sourcePlace.ts'
import { OwnSession } from './OwnSession.ts'
import type { DevtoolsSession } from './devtoolsSession.ts'
import type { DevtoolsState } from './devtoolsState.ts'
import type { DevtoolsStore } from './devtoolsStore.ts'

/** A place in the source of a plugin that somebody wants to see. */
export interface OpenSourceRequest {
  readonly packageId: PackageId
  readonly instanceId: InstanceId
  readonly source: SourcePlace
}

export interface CreateDevtoolsOptions<Path extends string = 'plugins'> {
  readonly host: PluginHost<Path>
  /** The store that the host is connected to. */
  readonly store: DevtoolsStore<Path>
  /** Words in place of the English ones, area by area. */
  readonly messages?: { readonly [Area in keyof DevtoolsMessages]?: Partial<DevtoolsMessages[Area]> }
  /**
   * What a person agreed to for an instance: the inspector's reset gives that, as far as the manifest asks for it. Without it,
   * and where it is undefined, the reset gives all that the manifest asks for.
   */
  readonly agreedGrants?: (instanceId: InstanceId) => CapabilityGrants | undefined
  /** Shows source. Without it, places in a source are words and no links. */
  readonly onOpenSource?: (request: OpenSourceRequest) => void
  /**
   * Makes a runtime for the plugins that draw their past; it is disposed when one is live again. Default: the host's own. With
   * one of its own, a plugin that takes its worker down while it draws the past takes no live plugin along.
   */
  readonly createPastRuntime?: () => PluginRuntime
  /**
   * Shows the inspector, where the application does not always show one: a person asked for an instance, which is chosen
   * already.
   */
  readonly onInspect?: (instanceId: InstanceId) => void
  /** What is shown first, for example what an application kept of the last session. */
  readonly initialState?: Partial<DevtoolsState>
}

/**
 * Tools over a host: what is selected, filtered and shown, as a small external store for any framework.
 *
 * It costs nothing until `<Devtools>`, or a part of it under `<DevtoolsProvider>`, is mounted and open.
 *
 * @example
 * const devtools = createDevtools({ host, store })
 * root.render(<Devtools devtools={devtools} />)
 */
export function createDevtools<Path extends string = 'plugins'>(options: CreateDevtoolsOptions<Path>): DevtoolsSession {
  const { agreedGrants, createPastRuntime, host, initialState, messages, onInspect, onOpenSource, store } = options
  return new OwnSession({
    // A session asks by the host's own selectors alone, whatever the path in the store is.
    host,
    store,
    messages: withOwnWords(messages),
    agreedGrants,
    onInspect,
    onOpenSource,
    createPastRuntime,
    initialState,
  })
}

function withOwnWords(own: CreateDevtoolsOptions['messages'] = {}): DevtoolsMessages {
  const areas = Object.keys(englishMessages) as (keyof DevtoolsMessages)[]
  // Each area is that of the English messages with some of its words replaced by others of the same type.
  return Object.fromEntries(
    areas.map((area) => [area, { ...englishMessages[area], ...own[area] }]),
  ) as unknown as DevtoolsMessages
}
