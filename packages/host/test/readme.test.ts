import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const sample = readFileSync(new URL('./readme.sample.ts', import.meta.url), 'utf8')

it('shows a sample that is this file, and runs', async () => {
  expect(readme).toContain(sample.trim())
  const { state } = await import('./readme.sample.ts')
  expect(state).toEqual({ value: 1 })
})
