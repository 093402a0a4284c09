import { expect, it } from 'vitest'

import { rollDice } from '../src/rollDice.ts'

it('draws the plugin and hears what it wants, and the process can end', async () => {
  const { intents, memoryBytes, title, tree } = await rollDice()
  expect(title).toBe('Dice')
  expect(tree).toMatchObject({ kind: 'column', children: [{ text: 'Not rolled yet' }, { label: 'Roll' }] })
  expect(intents).toMatchObject([
    { scope: 'plugin', packageId: 'dice', actionType: 'state/merge', payload: { rolls: [expect.any(Number)] } },
  ])
  expect(memoryBytes).toBeLessThan(16 * 1024 * 1024)
})
