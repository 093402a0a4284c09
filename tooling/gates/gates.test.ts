import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { findBrokenPromises } from './requiredTests.ts'
import { formatResults, runStages, type StageResult } from './runStages.ts'
import type { Stage } from './stages.ts'
import { tallyReport } from './tally.ts'

function run(stages: readonly Stage[], failing: readonly string[]): { results: readonly StageResult[]; ran: string[] } {
  const ran: string[] = []
  const results = runStages(stages, {
    run: ([command = '']) => {
      ran.push(command)
      return !failing.includes(command)
    },
    tally: (_, hasPassed) => (hasPassed ? { passed: 10, failed: 0 } : { passed: 7, failed: 3 }),
    now: () => 0,
    say: () => {},
  })
  return { results, ran }
}

const STAGES: readonly Stage[] = [
  { name: 'build', commands: [['compile']] },
  { name: 'lint', commands: [['lint'], ['lint-more']] },
  { name: 'tests', commands: [['unit']], tests: 'vitest' },
  { name: 'e2e', commands: [['browse']], needs: ['build'], tests: 'playwright' },
]

describe('a run of stages', () => {
  test('counts every single test, and each other stage as one', () => {
    expect(formatResults(run(STAGES, []).results).split('\n').at(-1)).toBe('22 passed, 0 failed')
  })

  test('goes on after a failure with what does not need it, and counts what it skipped as failed', () => {
    const { results, ran } = run(STAGES, ['compile'])
    expect(ran).toEqual(['compile', 'lint', 'lint-more', 'unit'])
    expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'passed', 'passed', 'skipped'])
    expect(formatResults(results).split('\n').at(-1)).toBe('11 passed, 2 failed')
  })

  test('runs every command of a failed stage, so that one run shows all faults', () => {
    expect(run(STAGES, ['lint']).ran).toContain('lint-more')
  })
})

describe('a report', () => {
  function write(report: unknown): string {
    const path = join(mkdtempSync(join(tmpdir(), 'tally-')), 'report.json')
    writeFileSync(path, JSON.stringify(report))
    return path
  }

  test('that was never written counts as a failure', () => {
    expect(tallyReport('vitest', '/nowhere/report.json', true)).toEqual({ passed: 0, failed: 1 })
  })

  test('of a run that ended badly never counts as all green', () => {
    const path = write({ numPassedTests: 4, numFailedTests: 0, testResults: [] })
    expect(tallyReport('vitest', path, false)).toEqual({ passed: 4, failed: 1 })
  })

  test('counts a test file that could not be loaded', () => {
    const path = write({
      numPassedTests: 4,
      numFailedTests: 0,
      testResults: [{ status: 'failed', assertionResults: [] }],
    })
    expect(tallyReport('vitest', path, false)).toEqual({ passed: 4, failed: 1 })
  })

  test('of the playground counts a retried test once, as passed', () => {
    const path = write({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [] })
    expect(tallyReport('playwright', path, false)).toEqual({ passed: 6, failed: 1 })
  })
})

describe('a required promise', () => {
  const required = [{ promise: 'identity is the host’s', folder: 'packages/host', title: /forged/ }]
  const test1 = { file: '/x/packages/host/test/identity.test.ts', fullName: 'a forged id is dropped', status: 'passed' }

  test('is kept by a test that passed', () => {
    expect(findBrokenPromises(required, [test1])).toEqual([])
  })

  test('is broken when its test failed, was skipped or is gone', () => {
    expect(findBrokenPromises(required, [{ ...test1, status: 'failed' }])).toHaveLength(1)
    expect(findBrokenPromises(required, [{ ...test1, status: 'skipped' }])).toHaveLength(1)
    expect(findBrokenPromises(required, [])).toEqual([expect.stringContaining('no test of packages/host')])
    expect(findBrokenPromises(required, [{ ...test1, file: '/x/packages/sdk/a.test.ts' }])).toHaveLength(1)
  })
})
