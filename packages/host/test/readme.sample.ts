import { createHostStore, createPluginHost } from '@plugboard/host'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

const code = `definePlugin(({ ui }) => ({
  id: 'counter',
  title: 'Counter',
  initialState: { value: 0 },
  widgets: {
    main: {
      render: ({ pluginState }) => ui.button('Pressed ' + pluginState.value, { onPress: 'press' }),
      handlers: {
        press(ctx) {
          ctx.dispatchPluginAction('state/merge', { value: ctx.pluginState.value + 1 })
        },
      },
    },
  },
}))`

await using runtime = createQuickJSRuntime()
await using host = createPluginHost({ runtime })
// With a store of your own: [host.reducerPath]: host.reducer, and host.middleware concatenated to its middleware.
const store = createHostStore(host)

const instanceId = await host.load({ packageId: 'counter', code })

// A renderer does this for you: <WidgetRenderer> leases, subscribes, emits and releases.
const lease = host.lease(instanceId, 'main')
const drawn = new Promise<void>((resolve) => {
  lease.subscribe(() => {
    if (JSON.stringify(lease.getSnapshot().tree).includes('Pressed 1')) resolve()
  })
})
lease.emit('press', { type: 'press' })
await drawn
lease.release()

export const state = host.selectors.selectPluginState(store.getState(), instanceId)
