import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { SUITES, type RecordedRow } from '../report/benchRow.ts'

/** Adds rows to the file of their commit, a JSON object a line. */
export function appendRows(folder: string, rows: readonly RecordedRow[]): void {
  mkdirSync(folder, { recursive: true })
  for (const row of rows) appendFileSync(join(folder, `${row.commit}.jsonl`), `${JSON.stringify(row)}\n`)
}

/** The rows of the newest run of each suite, whatever commit that was. */
export function readNewestRows(folder: string): readonly RecordedRow[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(folder, name))
    .toSorted((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs)
  const rows = files.flatMap((file) => readRows(file))
  return SUITES.flatMap((suite) => {
    const own = rows.filter((row) => row.suite === suite)
    const newest = own
      .map(({ date }) => date)
      .toSorted()
      .at(-1)
    return own.filter(({ date }) => date === newest)
  })
}

function readRows(file: string): readonly RecordedRow[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RecordedRow)
}
