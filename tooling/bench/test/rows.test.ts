import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { computeMeanRow, computeRows, type RecordedRow } from '../report/benchRow.ts'
import { describeBenchmarks } from '../report/benchmarksPage.ts'
import { drawMarkdown, drawText, tabulateGoals, tabulateRows } from '../report/describeRows.ts'
import { describeGoals, GOALS, judgeGoals, WORKLOADS } from '../report/goals.ts'
import { appendRows, readNewestRows } from '../run/resultFiles.ts'

const measured = {
  samples: {
    'create, commit': { react: [10, 20, 30], plugboard: [40, 40, 40], 'remote-dom': [80, 80, 80] },
    'select, commit': { react: [1, 1, 1], plugboard: [1, 1, 1] },
  },
  failures: [['select, commit', 'remote-dom', 'it never answered']],
} as const

const rows = computeRows('table', measured)

function recorded(overrides: Partial<RecordedRow> = {}): RecordedRow {
  const [row] = rows
  if (row === undefined) throw new Error('there is no row')
  const from = {
    goals: [],
    commit: 'abc1234',
    isDirty: false,
    date: '2026-01-01T00:00:00',
    command: 'pnpm bench',
    machine: 'one',
  }
  return { ...row, ...from, ...overrides }
}

describe('a row', () => {
  test('has the ratios of ours to each peer, and null where the peer has no figure', () => {
    expect(rows[0]).toMatchObject({
      suite: 'table',
      workload: 'create, commit',
      unit: 'ms',
      ratioToReact: 2,
      ratioToRemoteDom: 0.5,
      ratioToNaive: null,
      ratioToInProcess: null,
    })
    expect(rows[1]).toMatchObject({ ratioToRemoteDom: null, failures: { 'remote-dom': 'it never answered' } })
  })

  test('has the spread of every variant', () => {
    expect(rows[0]?.variants['react']).toEqual({ median: 20, p10: 12, p90: 28, p99: 29.8, samples: 3 })
  })

  test('is there for a workload in which everything failed', () => {
    const [only] = computeRows('fanout', { samples: {}, failures: [['shared', 'plugboard', 'too many']] })
    expect(only).toMatchObject({ workload: 'shared', ratioToNaive: null, variants: {} })
  })

  test('of means leaves out a variant that lacks one of them', () => {
    const mean = computeMeanRow('mean', rows)
    expect(Object.keys(mean.variants)).toEqual(['react', 'plugboard'])
    expect(mean.ratioToReact).toBeCloseTo(Math.sqrt(2))
  })
})

describe('a goal', () => {
  const mean = computeMeanRow(WORKLOADS.tableCommit, rows.slice(0, 1))
  const verdicts = (): readonly string[] =>
    judgeGoals([mean]).map(({ goal, measured: value, verdict }) => `${goal.what}: ${value?.toFixed(2)}: ${verdict}`)

  test('is held, missed or not measured', () => {
    expect(verdicts()).toEqual([
      'times react: 2.00: missed',
      'times react: undefined: not measured',
      'rows in view alone, as people get it, times react in full: undefined: not measured',
      'times faster than remote-dom: 2.00: missed',
    ])
  })

  test('is kept with its row', () => {
    expect(describeGoals(mean)[0]).toMatchObject({ goal: '≤ 1.5 ×', limit: 1.15, verdict: 'missed' })
    expect(rows.flatMap((row) => describeGoals(row))).toEqual([])
  })

  test('is judged only with its suite', () => {
    expect(judgeGoals([{ ...mean, suite: 'startup' }]).every(({ goal }) => goal.suite === 'startup')).toBe(true)
    expect(new Set(GOALS.map(({ workload }) => Object.values<string>(WORKLOADS).includes(workload)))).toEqual(
      new Set([true]),
    )
  })
})

describe('results', () => {
  test('are kept as a JSON object a line, and the newest run of a suite is read back', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-rows-'))
    try {
      expect(readNewestRows(join(folder, 'none'))).toEqual([])
      const older = recorded()
      const newer = recorded({ date: '2026-01-02T00:00:00', commit: 'def5678' })
      appendRows(folder, [newer])
      appendRows(folder, [older])
      expect(readNewestRows(folder)).toEqual([newer])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('are drawn for people: aligned, in Markdown, and as the page', () => {
    const [head, line] = drawText(tabulateRows(rows)).split('\n')
    expect(head).toMatch(/^workload +variant +median/)
    expect(line).toMatch(/^create, commit +plugboard +40 ms/)
    expect(drawMarkdown(tabulateGoals(judgeGoals(rows)))).toContain('| not measured |')
    const page = describeBenchmarks([recorded(), recorded({ suite: 'vm', isDirty: true })])
    expect(page).toContain('## vm')
    expect(page).toContain('Measured on 2026-01-01T00:00:00 at abc1234 by `pnpm bench`, on one.')
    expect(page).toContain('at abc1234 with changes that were not committed')
  })
})
