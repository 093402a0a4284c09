import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import './readme.sample.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const sample = readFileSync(new URL('./readme.sample.ts', import.meta.url), 'utf8')

test('the README shows a sample that is a file of this folder, and runs', () => {
  expect(readme).toContain(sample.trim())
})
