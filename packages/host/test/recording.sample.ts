import { parseRecording } from '@plugboard/contracts/schemas'
import { createHostStore, createPluginHost } from '@plugboard/host'
import { createRecorder, replayRecording } from '@plugboard/host/recording'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

const code = `definePlugin(({ ui }) => ({
  id: 'dice',
  title: 'Dice',
  widgets: {
    main: {
      render: ({ pluginState }) => ui.text('Thrown: ' + pluginState),
      handlers: {
        throw(ctx) {
          ctx.dispatchPluginAction('state/replace', 1 + Math.floor(Math.random() * 6))
        },
      },
    },
  },
}))`

// Between the runtime and the host: it costs next to nothing until it records.
await using runtime = createQuickJSRuntime()
const recorder = createRecorder({ runtime })
await using host = createPluginHost({ runtime: recorder.runtime })
const store = createHostStore(host)
const instanceId = await host.load({ packageId: 'dice', code })

recorder.start()
const thrown = new Promise<void>((resolve) => {
  store.subscribe(() => {
    if (typeof host.selectors.selectPluginState(store.getState(), instanceId) === 'number') resolve()
  })
})
const lease = host.lease(instanceId, 'main')
lease.emit('throw', { type: 'press' })
await thrown
const file = JSON.stringify(recorder.stop())

// Elsewhere, later, without the host: the same numbers are thrown again.
const recording = parseRecording(file)
export const same = await replayRecording(recording, { runtime })

// Before a hot reload: where does the new code part from what the old one did?
const newCode = code.replace('1 + ', '2 + ')
export const { divergence } = await replayRecording(recording, { runtime, code: { dice: newCode } })
