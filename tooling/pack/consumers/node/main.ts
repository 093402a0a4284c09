// A fresh Node.js program over the published packages: a plugin in a worker thread, a press, a kill, and its state after.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

import type { UINode } from '@plugboard/contracts'
import { parseUITree } from '@plugboard/contracts/schemas'
import { createHostStore, createPluginHost } from '@plugboard/host'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

const code = readFileSync(new URL('counter.js', import.meta.url), 'utf8')
const endless = `definePlugin(({ ui }) => ({
  title: 'Endless',
  initialState: {},
  widgets: { main: { render: () => ui.text('fine'), handlers: { spin() { for (;;); } } } },
}))`

await using runtime = createQuickJSRuntime()
await using host = createPluginHost({ runtime })
createHostStore(host)

const counter = host.lease(await host.load({ packageId: 'counter', code }), 'main')
await until(() => shows(counter.getSnapshot().tree, 0))
counter.emit('add', { type: 'press' })
await until(() => shows(counter.getSnapshot().tree, 1))

const stopped = host.lease(await host.load({ packageId: 'endless', code: endless }), 'main')
await until(() => stopped.getSnapshot().tree !== null)
stopped.emit('spin', { type: 'press' })
await until(() => stopped.getSnapshot().status === 'error')
assert.equal(stopped.getSnapshot().error?.code, 'RUNTIME_TIMEOUT')

counter.emit('add', { type: 'press' })
await until(() => shows(counter.getSnapshot().tree, 2))
assert.equal(parseUITree({ kind: 'text', text: 'hi' }).issues.length, 0)
console.log('a counter counted in a worker thread, and an endless loop beside it was stopped')

function shows(tree: UINode | null, value: number): boolean {
  return JSON.stringify(tree).includes(`"value":"${value}"`)
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; !isTrue(); turn += 1) {
    assert.ok(turn < 1500, `still not: ${String(isTrue)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
