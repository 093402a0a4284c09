import { createHostStore, createPluginHost } from '@plugboard/host'
import { createRecorder, replayRecording } from '@plugboard/host/recording'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

const code = `definePlugin(({ ui }) => ({
  title: 'Inbox',
  initialState: { messages: [] },
  widgets: {
    main: {
      render: ({ pluginState }) => ui.text(pluginState.messages.length + ' messages'),
      handlers: {
        received(ctx, event) {
          ctx.dispatchPluginAction('state/merge', { messages: [...ctx.pluginState.messages, event.args.text] })
        },
      },
    },
  },
}))`
const newCode = code.replace('event.args.text', 'event.args.text.trim()')

await using runtime = createQuickJSRuntime()
const recorder = createRecorder({ runtime })
await using host = createPluginHost({ runtime: recorder.runtime })
const store = createHostStore(host)
recorder.start()
const instanceId = await host.load({ packageId: 'inbox', code })

// A queue counts its messages, and sends again what it has no answer for.
const send = (number: number, text: string) =>
  host.deliver(instanceId, { number, widgetId: 'main', handler: 'received', event: { type: 'press', args: { text } } })
await send(1, ' Hello')
export const again = await send(1, ' Hello')

// The check before a reload: does the new code do what the old one did? The first difference is named.
export const report = await replayRecording(recorder.stop(), { runtime, code: { inbox: newCode } })

// The trial: the new code takes over, or the old code runs on and this throws.
export const reloaded = await host.reload(instanceId, { code: newCode })

await send(2, ' again')
export const state = host.selectors.selectPluginState(store.getState(), instanceId)
