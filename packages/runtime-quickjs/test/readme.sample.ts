import { createInstanceId } from '@plugboard/contracts'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

const code = `definePlugin(({ ui }) => ({
  id: 'greeter',
  title: 'Greeter',
  widgets: {
    main: {
      render: ({ pluginState }) => ui.button('Hello, ' + pluginState.name, { onPress: 'greet' }),
      handlers: {
        greet(ctx) {
          ctx.dispatchPluginAction('greeted', { name: ctx.pluginState.name })
        },
      },
    },
  },
}))`

// Its workers live until the end of the block.
await using runtime = createQuickJSRuntime({ limits: { memoryBytes: 32 * 1024 * 1024 } })
runtime.on('crash', ({ offender, error }) => console.error(offender, error.message))

const identity = { packageId: 'greeter', instanceId: createInstanceId('greeter') }
const plugin = await runtime.load({ ...identity, code })

// What the plugin sees: its own state, and whatever shared data the host grants. The host keeps all of it.
const view = {
  pluginState: { name: 'Ada' },
  globalState: { self: identity, shared: {} },
  grants: { readShared: [], writeShared: [], systemCommands: [] },
}
const call = { widgetId: 'main', view } as const

export const { title } = plugin
export const { tree } = await runtime.call(identity.instanceId, { kind: 'render', ...call })
export const { intents } = await runtime.call(identity.instanceId, {
  kind: 'event',
  handler: 'greet',
  event: { type: 'press' },
  ...call,
})
