import { readFileSync } from 'node:fs'

import {
  createInstanceId,
  DEFAULT_LIMITS,
  NO_GRANTS,
  type EventCall,
  type JsonValue,
  type RenderCall,
  type RenderResult,
  type PluginRuntime,
  type PluginView,
  type UIEvent,
} from '@plugboard/contracts'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { expect, test } from 'vitest'

const STATE = { starts: 0 }

async function load(runtime: PluginRuntime, name: string): Promise<string> {
  const packageId = `stress-${name}`
  const code = readFileSync(new URL(`../src/stress/${packageId}.js`, import.meta.url), 'utf8')
  const instanceId = createInstanceId(packageId)
  const plugin = await runtime.load({ packageId, instanceId, code })
  expect(plugin.widgets).toEqual(['main'])
  return instanceId
}

function viewOf(instanceId: string, pluginState: JsonValue = STATE): PluginView {
  const self = { packageId: instanceId.split('@')[0] ?? '', instanceId }
  return { pluginState, globalState: { self, shared: {} }, grants: NO_GRANTS }
}

function press(instanceId: string): EventCall {
  const event: UIEvent = { type: 'press' }
  return { kind: 'event', widgetId: 'main', handler: 'start', event, view: viewOf(instanceId) }
}

test.each([
  ['loop', 'RUNTIME_TIMEOUT'],
  ['memory', 'RUNTIME_MEMORY'],
  ['recursion', 'RUNTIME_STACK'],
])('stress-%s draws well, and once it is started it ends as %s', async (name, code) => {
  await using runtime = createQuickJSRuntime({ placement: 'inline' })
  const instanceId = await load(runtime, name)
  const drawn = await runtime.call<RenderCall>(instanceId, {
    kind: 'render',
    widgetId: 'main',
    view: viewOf(instanceId),
  })
  expect(drawn.issues).toEqual([])
  await expect(runtime.call(instanceId, press(instanceId))).rejects.toMatchObject({ code })
})

test('stress-flood has as many writes looked at as one event may send, and the rest refused', async () => {
  await using runtime = createQuickJSRuntime({ placement: 'inline' })
  const instanceId = await load(runtime, 'flood')
  const { intents, rejected } = await runtime.call<EventCall>(instanceId, press(instanceId))
  expect(intents).toHaveLength(DEFAULT_LIMITS.intentsPerEvent)
  expect(rejected.length).toBeGreaterThan(0)
})

test('stress-tree draws well until it draws too much, which is refused', async () => {
  await using runtime = createQuickJSRuntime({ placement: 'inline' })
  const instanceId = await load(runtime, 'tree')
  const render = (isHuge: boolean): Promise<RenderResult> =>
    runtime.call<RenderCall>(instanceId, {
      kind: 'render',
      widgetId: 'main',
      view: viewOf(instanceId, { ...STATE, isHuge }),
    })
  expect((await render(false)).issues).toEqual([])
  await expect(render(true)).rejects.toMatchObject({ code: 'INVALID_TREE' })
})
