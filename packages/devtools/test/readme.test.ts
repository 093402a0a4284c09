import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

it('shows a sample that is a tested file', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const sample = readFileSync(new URL('./readme.sample.tsx', import.meta.url), 'utf8')
  expect(readme).toContain(sample.trim())
})
