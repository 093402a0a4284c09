import { mountPlugin } from '@plugboard/sdk-testing'
import { expect, it } from 'vitest'

import { plugin } from './plugin.ts'

it('counts up and down, and never below nothing', async () => {
  await using widget = await mountPlugin(plugin)
  await widget.press('More')
  await widget.press('More')
  await widget.press('Less')
  expect(widget.get('stat', 'Count').value).toBe('1')
  await widget.press('Less')
  expect(widget.state).toEqual({ count: 0 })
  expect(widget.get('button', 'Less').disabled).toBe(true)
})

it('says so when it is a lot', async () => {
  await using widget = await mountPlugin(plugin)
  for (let count = 0; count < 10; count++) await widget.press('More')
  expect(widget.text()).toContain('That is a lot.')
})
