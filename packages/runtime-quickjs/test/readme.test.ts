import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const sample = readFileSync(new URL('./readme.sample.ts', import.meta.url), 'utf8')

it('shows a sample that is this file, and runs', async () => {
  expect(readme).toContain(sample.trim())
  const { intents, title, tree } = await import('./readme.sample.ts')
  expect(title).toBe('Greeter')
  expect(tree).toEqual({ kind: 'button', label: 'Hello, Ada', onPress: { handler: 'greet' } })
  expect(intents).toMatchObject([{ scope: 'plugin', actionType: 'greeted', payload: { name: 'Ada' } }])
}, 60_000)
