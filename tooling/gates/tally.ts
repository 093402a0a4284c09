import { existsSync, readFileSync } from 'node:fs'

/** How many checks passed and how many did not. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { status: string }[] }[]
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly errors: readonly unknown[]
}

/** Counts a stage's tests from the report its runner wrote. A run that failed never counts fewer than one failure. */
export function tallyReport(kind: 'vitest' | 'playwright', path: string, hasPassed: boolean): Tally {
  if (!existsSync(path)) return { passed: 0, failed: 1 }
  const text = readFileSync(path, 'utf8')
  // both shapes are their runner's documented report
  const tally =
    kind === 'vitest'
      ? tallyVitest(JSON.parse(text) as VitestReport)
      : tallyPlaywright(JSON.parse(text) as PlaywrightReport)
  return hasPassed || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

function tallyVitest({ numPassedTests, numFailedTests, testResults }: VitestReport): Tally {
  // a file that could not be read at all has no failed test to be counted by
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

function tallyPlaywright({ stats, errors }: PlaywrightReport): Tally {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }
}
