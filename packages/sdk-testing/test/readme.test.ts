import { readFileSync } from 'node:fs'

import { PLUGIN_TEST_ERROR_CODES } from '@plugboard/sdk-testing'
import { expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

it('shows a sample that is a tested file', () => {
  expect(read('../README.md')).toContain(read('counter.sample.test.ts').trim())
})

it('names every code', () => {
  const readme = read('../README.md')
  expect(PLUGIN_TEST_ERROR_CODES.filter((code) => !readme.includes(`\`${code}\``))).toEqual([])
})
