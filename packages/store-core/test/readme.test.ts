import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const sample = readFileSync(new URL('./readme.sample.ts', import.meta.url), 'utf8')

it('shows a sample that is this file, and runs', async () => {
  expect(readme).toContain(sample.trim())
  const { selectors, store } = await import('./readme.sample.ts')
  expect(selectors.selectPluginView(store.getState(), 'counter@x7Kq2mP1')).toMatchObject({
    pluginState: { value: 1 },
    globalState: { shared: { votes: { total: 0 } } },
  })
  expect(selectors.selectDispatchTrace(store.getState())).toMatchObject({
    byOutcome: { applied: 1, denied: 1, ignored: 0 },
    lastReason: 'missing-write-grant:votes',
  })
})
