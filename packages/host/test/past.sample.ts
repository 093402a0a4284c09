import { createHostStore, createPluginHost } from '@plugboard/host'
import { openPast } from '@plugboard/host/past'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

const code = `definePlugin(({ ui }) => ({
  id: 'tally',
  title: 'Tally',
  initialState: { value: 0 },
  widgets: {
    main: {
      render: ({ pluginState }) => ui.text('Pressed ' + pluginState.value),
      handlers: {
        press: (ctx) => ctx.dispatchPluginAction('state/merge', { value: ctx.pluginState.value + 1 }),
      },
    },
  },
}))`

await using runtime = createQuickJSRuntime()
await using host = createPluginHost({ runtime })
const store = createHostStore(host)
const instanceId = await host.load({ packageId: 'tally', code })
await host.deliver(instanceId, { number: 1, widgetId: 'main', handler: 'press', event: { type: 'press' } })
const seq = host.selectors.selectTrace(store.getState()).at(-1)?.seq ?? 0
await host.deliver(instanceId, { number: 2, widgetId: 'main', handler: 'press', event: { type: 'press' } })

// A look back. Pictures come from VMs of their own; nothing that is pressed there happens.
await using past = openPast({ host })
past.goTo(seq)
const lease = past.source.lease(instanceId, 'main')
export const tree = await new Promise((resolve) => {
  const look = (): void => {
    if (lease.getSnapshot().tree !== null) resolve(lease.getSnapshot().tree)
  }
  lease.subscribe(look)
  look()
})
export const now = host.selectors.selectPluginState(store.getState(), instanceId)

// Going on from there, and thinking better of it.
const { seq: rewindSeq } = host.continueFrom(seq)
export const rewound = host.selectors.selectPluginState(store.getState(), instanceId)
if (rewindSeq !== null) host.redo(rewindSeq)
export const again = host.selectors.selectPluginState(store.getState(), instanceId)
