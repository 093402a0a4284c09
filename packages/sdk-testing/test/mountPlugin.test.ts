import { mountPlugin, type MountedPlugin } from '@plugboard/sdk-testing'
import { describe, expect, it } from 'vitest'

const COUNTER = new URL('counter.plugin.tsx', import.meta.url)

const mount = (writeShared: readonly string[]): Promise<MountedPlugin> =>
  mountPlugin(COUNTER, {
    shared: { 'counter-summary': { totalValue: 0 } },
    grants: { readShared: ['counter-summary'], writeShared },
  })

describe('a plugin that is bundled from its file', () => {
  it('counts, and publishes its value', async () => {
    await using counter = await mount(['counter-summary'])
    await counter.press('+1')
    await counter.press('+1')
    expect(counter.get('stat', 'This instance').value).toBe('2')
    expect(counter.intents.at(-1)).toMatchObject({
      domain: 'counter-summary',
      payload: { value: 2 },
      outcome: 'applied',
    })
  })

  it('keeps counting when the host denies the shared write', async () => {
    await using counter = await mount([])
    await counter.press('+1')
    expect(counter.state).toEqual({ value: 1 })
    expect(counter.denials).toMatchObject([{ reason: 'missing-write-grant:counter-summary', source: { line: 45 } }])
  })

  it('draws a valid tree, whatever is pressed', async () => {
    await using counter = await mount([])
    for (let press = 0; press < 10; press += 1) await counter.press('+1')
    expect(counter.issues).toEqual([])
    expect(counter.find('alert')?.title).toBe('Ten!')
  })
})
