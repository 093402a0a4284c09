import { readFileSync } from 'node:fs'

import { createInstanceId, NO_GRANTS } from '@plugboard/contracts'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { describe, expect, test } from 'vitest'

const document = readFileSync(new URL('../../../docs/plugin-api.md', import.meta.url), 'utf8')
const samples = [...document.matchAll(/^```js plugin\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '')

describe('a plugin in docs/plugin-api.md', () => {
  test('is there to be run', () => {
    expect(samples.length).toBeGreaterThanOrEqual(2)
  })

  test.each(samples.map((code) => [/title: '(.*?)'/.exec(code)?.[1] ?? 'untitled', code]))(
    '%s loads in a real VM and draws without issues',
    async (_title, code) => {
      await using runtime = createQuickJSRuntime({ placement: 'inline' })
      const instanceId = createInstanceId('documented')
      const plugin = await runtime.load({ packageId: 'documented', instanceId, code })
      const { issues } = await runtime.call(instanceId, {
        kind: 'render',
        widgetId: 'main',
        view: {
          pluginState: plugin.initialState ?? null,
          globalState: { self: { packageId: 'documented', instanceId }, shared: {} },
          grants: NO_GRANTS,
        },
      })
      expect(issues).toEqual([])
    },
  )
})
