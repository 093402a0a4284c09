import { mountPlugin } from '@plugboard/sdk-testing'
import { expect, it } from 'vitest'

import { plugin } from './plugin.ts'

it.each([
  ['', 0],
  ['one', 1],
  ['  to be\nor  not ', 4],
])('counts the words of %j', async (text, words) => {
  await using tool = await mountPlugin(plugin)
  expect(await tool.invoke('tool', 'count-words', { text })).toEqual({ words, characters: text.length })
})
