// node tooling/gates/requiredTests.cli.ts    after the tests: was every promise kept by a test that ran and passed?
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { PROMISES } from './promises.ts'
import { findBrokenPromises, type RanTest } from './requiredTests.ts'
import { REPORTS } from './stages.ts'

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly Omit<RanTest, 'file'>[]
  }[]
}

const path = join(resolve(import.meta.dirname, '../..'), REPORTS, 'tests.json')
// the shape of vitest's own report
const report: Report = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : { testResults: [] }
const ran = report.testResults.flatMap(({ name, assertionResults }) =>
  assertionResults.map(({ fullName, status }) => ({ file: name, fullName, status })),
)
const broken = findBrokenPromises(PROMISES, ran)
for (const line of broken) console.error(line)
console.log(`promises: ${PROMISES.length - broken.length} of ${PROMISES.length} kept`)
process.exitCode = broken.length === 0 ? 0 : 1
