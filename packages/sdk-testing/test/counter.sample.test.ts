import { type MountedPlugin, mountPlugin } from '@plugboard/sdk-testing'
import { pluginMatchers } from '@plugboard/sdk-testing/matchers'
import { describe, expect, it } from 'vitest'

expect.extend(pluginMatchers)

const mount = (writeShared: readonly string[]): Promise<MountedPlugin> =>
  mountPlugin(new URL('counter.plugin.tsx', import.meta.url), {
    shared: { 'counter-summary': { totalValue: 40 } },
    grants: { readShared: ['counter-summary'], writeShared },
  })

describe('the counter', () => {
  it('counts, and publishes its value', async () => {
    await using counter = await mount(['counter-summary'])
    await counter.press('+1')
    await counter.press('+1')
    expect(counter.get('stat', 'This instance').value).toBe('2')
    expect(counter).toHaveDispatched({ domain: 'counter-summary', action: 'set-instance', payload: { value: 2 } })
    await counter.share('counter-summary', { totalValue: 42 })
    expect(counter).toHaveText('Shared total: 42')
  })

  it('keeps counting when the host denies the shared write', async () => {
    await using counter = await mount([])
    await counter.press('+1')
    expect(counter.state).toEqual({ value: 1 })
    expect(counter).toBeDenied('missing-write-grant:counter-summary')
  })

  it('draws a valid tree, whatever is pressed', async () => {
    await using counter = await mount([])
    for (let press = 0; press < 10; press += 1) await counter.press('+1')
    expect(counter).toBeValidUI()
    expect(counter.find('alert')?.title).toBe('Ten!')
  })
})
