import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'

import { optionSections } from './optionSections.ts'

const option = (value: string, group?: string) => ({ value, label: value, ...(group === undefined ? {} : { group }) })

test('options of one group stand together where the first of them stood', () => {
  const sections = optionSections([
    option('a'),
    option('b', 'G'),
    option('c'),
    option('d', 'G'),
    option('e', 'H'),
    option('f'),
  ])
  expect(sections.map(({ group, options }) => [group, options.map(({ value }) => value).join('')])).toEqual([
    [undefined, 'a'],
    ['G', 'bd'],
    [undefined, 'c'],
    ['H', 'e'],
    [undefined, 'f'],
  ])
})

const options = fc.array(
  fc
    .tuple(fc.string(), fc.option(fc.constantFrom('G', 'H', 'constructor'), { nil: undefined }))
    .map(([value, group]) => option(value, group)),
)

test.prop([options])('every option is there once, and every group once', (given) => {
  const sections = optionSections(given)
  expect(new Set(sections.flatMap((section) => section.options))).toEqual(new Set(given))
  expect(sections.flatMap((section) => section.options)).toHaveLength(given.length)
  const groups = sections.flatMap(({ group }) => group ?? [])
  expect(new Set(groups).size).toBe(groups.length)
})
