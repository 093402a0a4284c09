import { expect, it } from 'vitest'

import { migrateParts, type FormatMigration } from './formatMigrations.ts'

const migrations: readonly FormatMigration[] = [
  (parts) => new Map([...parts, ['second', 2]]),
  (parts) => new Map([...parts, ['third', parts.size]]),
]

it('runs the migrations from the version on, each over what the one before made', () => {
  const keys = (version: number): readonly string[] => [
    ...migrateParts(new Map([['first', 1]]), version, migrations).keys(),
  ]
  expect([keys(1), keys(2), keys(3)]).toEqual([['first', 'second', 'third'], ['first', 'third'], ['first']])
})
