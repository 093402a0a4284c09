import { readFileSync } from 'node:fs'

import { createInstanceId, NO_GRANTS, PLUGIN_SURFACES, surfaceNames } from '@plugboard/contracts'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { describe, expect, test } from 'vitest'

const document = readFileSync(new URL('../../../docs/plugin-api.md', import.meta.url), 'utf8')
const samples = [...document.matchAll(/^```js plugin\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '')

/** What the one that has tools, hooks and services answers. */
const ANSWERS = {
  tool: { count: 1 },
  hook: { kind: 'replace', payload: { text: 'hi', from: 'ada' } },
  service: { commands: [{ kind: 'answer', payload: { to: 'ada' } }] },
}

describe('a plugin in docs/plugin-api.md', () => {
  test('is there to be run', () => {
    expect(samples.length).toBeGreaterThanOrEqual(2)
  })

  test.each(samples.map((code) => [/title: '(.*?)'/.exec(code)?.[1] ?? 'untitled', code]))(
    '%s loads in a real VM, draws without issues and answers what it says',
    async (_title, code) => {
      await using runtime = createQuickJSRuntime({ placement: 'inline' })
      const instanceId = createInstanceId('documented')
      const plugin = await runtime.load({ packageId: 'documented', instanceId, code })
      const view = {
        pluginState: plugin.initialState ?? null,
        globalState: { self: { packageId: 'documented', instanceId }, shared: {} },
        grants: NO_GRANTS,
      }
      for (const widgetId of plugin.widgets) {
        const { issues } = await runtime.call(instanceId, { kind: 'render', widgetId, view })
        expect(issues).toEqual([])
      }
      const input = { text: ' hi ', from: 'ada' }
      for (const surface of PLUGIN_SURFACES) {
        for (const name of surfaceNames(plugin.surfaces, surface)) {
          const answer = await runtime.call(instanceId, { kind: 'invoke', surface, name, input, view })
          expect(answer).toMatchObject({ value: ANSWERS[surface], rejected: [] })
        }
      }
    },
  )
})
