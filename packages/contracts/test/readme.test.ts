import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { code, instanceId, issues, tree } from './readme.sample.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const sample = readFileSync(new URL('./readme.sample.ts', import.meta.url), 'utf8')

test('the README shows a sample that is a file of this folder, and does what it says', () => {
  expect(readme).toContain(sample.trim())
  expect(instanceId).toMatch(/^counter@.{8}$/)
  expect(tree).toMatchObject({ children: [{ kind: 'text' }, { kind: 'invalid-node' }] })
  expect(issues[0]?.message).toMatch(/Did you mean "table"\?$/)
  expect(code).toBe('INVALID_TREE')
})
