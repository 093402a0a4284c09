import { OURS, type BenchRow } from './benchRow.ts'
import { describeGoal, type JudgedGoal } from './goals.ts'

/** Cells of a table: a line of headers first. */
export type TextTable = readonly (readonly string[])[]

/** One line for each variant of each workload, ours first. */
export function tabulateRows(rows: readonly BenchRow[]): TextTable {
  return [
    ['workload', 'variant', 'median', 'p10 – p90', 'p99', 'ours ÷ it', 'samples'],
    ...rows.flatMap((row) => [
      ...variantsOf(row).map(([name, { median, p10, p90, p99, samples }], index) => [
        index === 0 ? row.workload : '',
        name,
        `${format(median)} ${row.unit}`,
        `${format(p10)} – ${format(p90)}`,
        format(p99),
        name === OURS ? '' : formatRatio((row.variants[OURS]?.median ?? Number.NaN) / median),
        String(samples),
      ]),
      ...Object.entries(row.failures).map(([name, reason], index) => [
        index === 0 && Object.keys(row.variants).length === 0 ? row.workload : '',
        name,
        `failed: ${reason}`,
        '',
        '',
        '',
        '',
      ]),
    ]),
  ]
}

/** One line for each goal. */
export function tabulateGoals(goals: readonly JudgedGoal[]): TextTable {
  return [
    ['workload', 'what', 'measured', 'goal', 'limit', ''],
    ...goals.map(({ goal, measured, verdict }) => {
      return [
        goal.workload,
        goal.what,
        measured === null ? '–' : `${format(measured)} ${goal.unit}`,
        describeGoal(goal),
        goal.limit === null ? '' : `${goal.limit} ${goal.unit}`,
        verdict,
      ]
    }),
  ]
}

/** As lines of text with aligned columns. */
export function drawText(table: TextTable): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((line) => Math.min(line[column]?.length ?? 0, MOST))),
  )
  return table
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** As a table of Markdown. */
export function drawMarkdown([headers = [], ...lines]: TextTable): string {
  const draw = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [draw(headers), draw(headers.map(() => '---')), ...lines.map((line) => draw(line))].join('\n')
}

// A reason may be long; it must not push everything else off the screen.
const MOST = 72

function variantsOf({ variants }: BenchRow): readonly (readonly [string, BenchRow['variants'][string]])[] {
  const entries = Object.entries(variants)
  return [...entries.filter(([name]) => name === OURS), ...entries.filter(([name]) => name !== OURS)]
}

function formatRatio(ratio: number): string {
  return Number.isFinite(ratio) ? `${format(ratio)} ×` : '–'
}

/** Three significant digits; whole numbers as they are. */
export function format(value: number): string {
  if (Number.isNaN(value)) return '–'
  if (Number.isInteger(value)) return String(value)
  const size = Math.abs(value)
  if (size >= 100) return value.toFixed(0)
  if (size >= 10) return value.toFixed(1)
  if (size >= 1) return value.toFixed(2)
  return value.toFixed(size >= 0.1 ? 3 : 4)
}
