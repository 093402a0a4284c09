import type { JsonValue } from '@plugboard/contracts'
import { createHostStore, createPluginHost } from '@plugboard/host'
import { PluginProvider, WidgetRenderer } from '@plugboard/react-renderer'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { createRoot } from 'react-dom/client'

import { PACKAGES, type MeasuredPackage } from './guests.ts'

export interface InstancesOptions {
  readonly instances: number
  readonly events: number
  /** Events in each turn of ten milliseconds. */
  readonly eventsPerTurn: number
}

export interface InstancesReport {
  readonly loadMs: number
  readonly wrongStates: number
  readonly wrongPictures: number
  readonly longTasks: readonly number[]
  readonly eventsMs: number
}

interface Member {
  readonly instanceId: string
  readonly source: MeasuredPackage
  model: JsonValue
}

declare global {
  /** Set by this page. */
  var measureInstances: (options: InstancesOptions) => Promise<InstancesReport>
}

globalThis.measureInstances = async ({ instances, events, eventsPerTurn }) => {
  const runtime = createQuickJSRuntime()
  const host = createPluginHost({
    runtime,
    packages: PACKAGES.map(({ packageId, code }) => ({
      manifest: { apiVersion: 1, packageId, title: packageId, capabilities: {} },
      code,
    })),
    maxInstancesPerPackage: instances,
  })
  const store = createHostStore(host)
  const begun = performance.now()
  const members: Member[] = await Promise.all(
    Array.from({ length: instances }, async (_, index) => {
      const source = PACKAGES[index % PACKAGES.length]
      if (source === undefined) throw new Error('there are no packages')
      return { source, instanceId: await host.load({ packageId: source.packageId }), model: source.initial }
    }),
  )
  const root = document.querySelector('#root')
  if (root === null) throw new Error('the page has no root')
  createRoot(root).render(
    <PluginProvider source={host}>
      {members.map(({ instanceId }) => (
        <div className="cell" key={instanceId} data-instance={instanceId}>
          <WidgetRenderer instanceId={instanceId} widgetId="main" />
        </div>
      ))}
    </PluginProvider>,
  )
  await settle(() => members.every((member) => isDrawn(member)))
  const loadMs = performance.now() - begun

  const longTasks: number[] = []
  const observer = new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  )
  await new Promise((resolve) => setTimeout(resolve, 500))
  observer.observe({ type: 'longtask' })
  const leases = new Map(members.map(({ instanceId }) => [instanceId, host.lease(instanceId, 'main')]))
  const random = createRandom(7)
  const started = performance.now()
  for (let sent = 0; sent < events;) {
    for (let turn = 0; turn < eventsPerTurn && sent < events; turn += 1, sent += 1) {
      const member = members[Math.floor(random() * members.length)]
      if (member === undefined) continue
      const args = Math.floor(random() * 1_000)
      // A model belongs to its own package.
      member.model = member.source.fold(member.model as never, args)
      leases.get(member.instanceId)?.emit('tell', { type: 'press', args })
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const stateOf = (instanceId: string): unknown => store.getState().plugins.pluginStateByInstance[instanceId]
  const isRight = ({ instanceId, model }: Member): boolean =>
    JSON.stringify(stateOf(instanceId)) === JSON.stringify(model)
  await settle(() => members.every((member) => isRight(member) && isDrawn(member)))
  const eventsMs = performance.now() - started
  await new Promise((resolve) => setTimeout(resolve, 500))
  observer.disconnect()
  return {
    loadMs,
    eventsMs,
    longTasks,
    wrongStates: members.filter((member) => !isRight(member)).length,
    wrongPictures: members.filter((member) => !isDrawn(member)).length,
  }
}

function isDrawn({ instanceId, model, source }: Member): boolean {
  const words = document.querySelector(`[data-instance="${instanceId}"]`)?.textContent
  return words?.startsWith(`${source.draw(model as never)}Tell`) ?? false
}

/** Waits until it is so, or until a minute has passed: what is wrong then is counted by whoever waits. */
async function settle(isSo: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 600 && !isSo(); attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

// Mulberry32.
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
