import { createHostStore, createPluginHost } from '@plugboard/host'
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

// Each record from now on, once and in order; those of one turn come together.
const handled = new Promise<number>((resolve) => {
  host.on('trace', (records) => {
    const event = records.find(({ kind }) => kind === 'event')
    if (event !== undefined) resolve(event.seq)
  })
})
const lease = host.lease(instanceId, 'main')
lease.emit('press', { type: 'press' })
const click = await handled
lease.release()

// What followed from the click: its intents, what became of them, and in time the pictures that show it.
export const effects = host.selectors.selectEffects(store.getState(), click)

// What undoing the click would come to, the undo itself, and the way back.
export const preview = host.previewUndo(instanceId, click)
export const undo = host.undo(instanceId, click)
export const undone = host.selectors.selectPluginState(store.getState(), instanceId)
if (undo.seq !== null) host.redo(undo.seq)
export const redone = host.selectors.selectPluginState(store.getState(), instanceId)
