import { mountPlugin } from '@plugboard/sdk-testing'
import { expect, it } from 'vitest'

import { plugin } from './plugin.ts'

it.each([
  ['Hello', { kind: 'proceed' }],
  [' Hello ', { kind: 'replace', payload: { text: 'Hello' } }],
  ['HELLO', { kind: 'reject', reason: 'Please do not shout.' }],
])('decides about %j', async (text, decision) => {
  await using hook = await mountPlugin(plugin)
  expect(await hook.invoke('hook', 'message-send', { text })).toEqual(decision)
})
