import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const sample = readFileSync(new URL('./readme.sample.ts', import.meta.url), 'utf8')

it('shows a sample that is this file, and runs', async () => {
  expect(readme).toContain(sample.trim())
  const { denied, grants, seen } = await import('./readme.sample.ts')
  expect(grants).toEqual({ readShared: ['counter-summary'], writeShared: [], systemCommands: [] })
  expect(denied).toEqual({ outcome: 'denied', reason: 'missing-write-grant:counter-summary' })
  expect(seen).toEqual({ 'counter-summary': { totalValue: 3 } })
})
