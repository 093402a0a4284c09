import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { hostGuards } from './guards/hostGuards.ts'
import { pageGuards } from './guards/pageGuards.ts'
import { sandboxGuards } from './guards/sandboxGuards.ts'
import { workspaceGuards } from './guards/workspaceGuards.ts'

const guards = [...sandboxGuards, ...hostGuards, ...pageGuards, ...workspaceGuards]

test.each(guards)('the guard "$name" is where the campaign takes it away', ({ file, find, replace }) => {
  const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  expect(source.split(find)).toHaveLength(2)
  expect(find).not.toBe(replace)
})

test('every guard has a name of its own', () => {
  expect(new Set(guards.map(({ name }) => name)).size).toBe(guards.length)
})
