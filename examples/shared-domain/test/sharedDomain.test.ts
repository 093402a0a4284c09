import { mountPlugin } from '@plugboard/sdk-testing'
import { expect, it } from 'vitest'

import { counterSummary } from '../src/counterSummary.ts'
import { createHost } from '../src/createHost.ts'

const COUNTER = new URL('../src/counter.plugin.tsx', import.meta.url)
const BOTH = { readShared: ['counter-summary'], writeShared: ['counter-summary'] }

it('adds up what counters say of themselves, shows the sum, and takes resets', async () => {
  await using counter = await mountPlugin(COUNTER, { domains: [counterSummary], grants: BOTH })
  await counter.press('Add one')
  await counter.press('Add one')
  await counter.dispatchShared('counter-summary', 'set-instance', { value: 40 })
  expect(counter.shared).toEqual({ 'counter-summary': { totalValue: 42, instanceCount: 2 } })
  expect(counter.get('stat', 'All counters').value).toBe('42')
  await counter.press('Reset all')
  expect(counter.shared).toEqual({ 'counter-summary': { totalValue: 0, instanceCount: 0 } })
})

it('ignores what makes no sense, and says why', async () => {
  await using counter = await mountPlugin(COUNTER, { domains: [counterSummary], grants: BOTH })
  await counter.dispatchShared('counter-summary', 'set-instance', { value: 'many' })
  await counter.dispatchShared('counter-summary', 'explode')
  expect(counter.trace.flatMap((record) => (record.kind === 'dispatch' ? [record.reason] : []))).toEqual([
    'invalid-payload:payload.value',
    'unsupported-action:counter-summary/explode',
  ])
})

it('is there to be granted by the application’s host', async () => {
  const host = createHost()
  expect(host.domains[0]).toMatchObject({ name: 'counter-summary', kind: 'shared', owner: 'host' })
  await host.dispose()
})
