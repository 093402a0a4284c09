import { counterSource, createFakeRuntime } from '@plugboard/contract-tests'
import type { PluginView } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { createSampleStore, EVERYTHING } from './sampleDomains.ts'

it('closes the loop with a runtime: view out, intents in, and the next view shows what was applied', async () => {
  const { actions, load, prepareIntent, selectors, state, store } = createSampleStore()
  await using runtime = createFakeRuntime()
  const identity = { instanceId: 'counter@a', packageId: 'counter' }
  load('counter@sibling')
  store.dispatch(actions.instanceLoading({ identity, grants: EVERYTHING }, { causeSeq: null, timestamp: 1 }))
  const plugin = await runtime.load({ ...identity, code: counterSource })
  store.dispatch(actions.instanceRegistered({ plugin }, { causeSeq: null, timestamp: 2 }))

  const sibling = selectors.selectPluginView(state(), 'counter@sibling')
  const event = { type: 'press', args: { by: 1 } } as const
  const call = { kind: 'event', widgetId: 'main', handler: 'increment', event, view: viewOf('counter@a') } as const
  const { intents } = await runtime.call('counter@a', call)
  for (const intent of intents) store.dispatch(prepareIntent(state(), intent, { causeSeq: 0, timestamp: 3 }))

  expect(viewOf('counter@a').pluginState).toEqual({ value: 1 })
  // The sample store has no such domain: the intent is refused and traced, and the other one was applied all the same.
  expect(state().dispatchTrace).toMatchObject({
    byOutcome: { applied: 1, denied: 1 },
    lastReason: 'unknown-domain:counter-summary',
  })
  expect(selectors.selectPluginView(state(), 'counter@sibling')).toBe(sibling)
  const { tree } = await runtime.call('counter@a', { kind: 'render', widgetId: 'main', view: viewOf('counter@a') })
  expect(JSON.stringify(tree)).toContain('Count: 1')

  function viewOf(instanceId: string): PluginView {
    const view = selectors.selectPluginView(state(), instanceId)
    if (view === null) throw new Error(`${instanceId} has no view`)
    return view
  }
})
