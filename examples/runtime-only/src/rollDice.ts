import { readFile } from 'node:fs/promises'

import { createInstanceId, NO_GRANTS, type StampedIntent, type UINode } from '@plugboard/contracts'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

/** What a plugin answered, and what it cost. */
export interface Answers {
  readonly title: string
  readonly tree: UINode
  readonly intents: readonly StampedIntent[]
  readonly memoryBytes: number
}

/** Draws a plugin and presses its button, in a sandbox and nothing else: no host, no store, no screen. */
export async function rollDice(): Promise<Answers> {
  // The workers live until the end of this function.
  await using runtime = createQuickJSRuntime({ limits: { memoryBytes: 16 * 1024 * 1024 } })
  const code = await readFile(new URL('dice.plugin.js', import.meta.url), 'utf8')

  // Who it is says the host, which is you: a plugin's own word counts for nothing.
  const self = { packageId: 'dice', instanceId: createInstanceId('dice') }
  const { initialState = null, title } = await runtime.load({ ...self, code, seed: { random: 7, epochMs: 0 } })

  // State stays out here. A plugin sees it, and asks for changes; whether they happen is up to you.
  const view = { pluginState: initialState, globalState: { self, shared: {} }, grants: NO_GRANTS }
  const { tree } = await runtime.call(self.instanceId, { kind: 'render', widgetId: 'main', view })
  const { intents, usage } = await runtime.call(self.instanceId, {
    kind: 'event',
    widgetId: 'main',
    handler: 'roll',
    event: { type: 'press' },
    view,
  })
  return { title, tree, intents, memoryBytes: usage.memoryBytes }
}
