import type { TrustedPlugin } from './trustedRuntime.ts'

/** Greets, counts how often, and would like to tell everybody. */
export const greeting: TrustedPlugin = {
  title: 'Greeting',
  initialState: { greeted: 0 },
  render: ({ pluginState }) => ({
    kind: 'column',
    children: [
      { kind: 'stat', label: 'Greeted', value: String(greetedOf(pluginState)) },
      { kind: 'button', label: 'Hello', onPress: { handler: 'greet' } },
    ],
  }),
  handlers: {
    greet: ({ pluginState }) => [
      { scope: 'plugin', actionType: 'state/merge', payload: { greeted: greetedOf(pluginState) + 1 } },
      { scope: 'shared', domain: 'greetings', actionType: 'greeted' },
    ],
  },
}

function greetedOf(state: unknown): number {
  return typeof state === 'object' && state !== null && 'greeted' in state ? Number(state.greeted) : 0
}
