import { createFakeRuntime } from '@plugboard/contract-tests'
import type { InstanceId, RuntimeState } from '@plugboard/contracts'
import { createDevtools, type CreateDevtoolsOptions, type DevtoolsSession, DevtoolsProvider } from '@plugboard/devtools'
import { createHostStore, createPluginHost, type PluginHost, type PluginHostOptions } from '@plugboard/host'
import type { ReactElement } from 'react'
import { render, type RenderResult } from 'vitest-browser-react'

import { counterSummary, packages } from './packages.ts'

export interface DevtoolsKit {
  readonly host: PluginHost
  readonly devtools: DevtoolsSession
  readonly state: () => RuntimeState
  /** Loads an instance and waits until its widget was drawn. */
  load(packageId: string, grants?: { readonly writes: boolean }): Promise<InstanceId>
  press(instanceId: InstanceId, handler: string, args?: unknown): Promise<void>
  mount(part: ReactElement): Promise<RenderResult>
}

export type DevtoolsKitOptions = Partial<PluginHostOptions> &
  Pick<CreateDevtoolsOptions, 'agreedGrants' | 'createPastRuntime' | 'onInspect' | 'onOpenSource' | 'initialState'>

/** A host with a store of its own, and devtools over both. */
export function createDevtoolsKit(options: DevtoolsKitOptions = {}): DevtoolsKit {
  const { agreedGrants, createPastRuntime, initialState, onInspect, onOpenSource, ...hostOptions } = options
  const host = createPluginHost({
    runtime: createFakeRuntime(),
    packages,
    sharedDomains: [counterSummary],
    ...hostOptions,
  })
  const store = createHostStore(host)
  const devtools = createDevtools({
    host,
    store,
    ...(agreedGrants === undefined ? {} : { agreedGrants }),
    ...(createPastRuntime === undefined ? {} : { createPastRuntime }),
    ...(onInspect === undefined ? {} : { onInspect }),
    ...(onOpenSource === undefined ? {} : { onOpenSource }),
    ...(initialState === undefined ? {} : { initialState }),
  })
  return {
    host,
    devtools,
    state: () => store.getState().plugins,
    async load(packageId, { writes } = { writes: true }) {
      return host.load({
        packageId,
        ...(writes ? {} : { initialGrants: { readShared: ['counter-summary'], writeShared: [], systemCommands: [] } }),
      })
    },
    async press(instanceId, handler, args) {
      const lease = host.lease(instanceId, 'main')
      lease.emit(handler, args === undefined ? { type: 'press' } : ({ type: 'press', args } as never))
      await settled()
      lease.release()
    },
    mount: (part) => render(<DevtoolsProvider devtools={devtools}>{part}</DevtoolsProvider>),
  }
}

/** Waits until nothing of an in-process plugin is on its way any more. */
export async function settled(turns = 10): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve(), { once: true })
      port1.start()
      port2.postMessage(null)
    })
  }
}
