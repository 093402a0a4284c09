// How long things take, beside everything that they could be compared with.
//
//   pnpm bench                       every suite, one after the other
//   pnpm bench:table --rounds 30     one suite
//   pnpm bench:vm --json             a JSON object a line instead of a table
//
// A suite takes at most eight minutes on two cores and is a process of its own. Rows are kept per commit in
// node_modules/.cache/bench, and docs/benchmarks.md is written from the newest ones.
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, platform, release, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { SUITES, type BenchRow, type RecordedRow, type SuiteName } from './report/benchRow.ts'
import { describeBenchmarks } from './report/benchmarksPage.ts'
import { drawText, tabulateGoals, tabulateRows } from './report/describeRows.ts'
import { describeGoals, judgeGoals } from './report/goals.ts'
import { appendRows, readNewestRows } from './run/resultFiles.ts'
import type { Suite } from './suites/suite.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const RESULTS = `${ROOT}/node_modules/.cache/bench`
const PAGE = `${ROOT}/docs/benchmarks.md`
/** Where the command says nothing: as many as fit into some minutes, and never fewer than 15. */
const ROUNDS: Readonly<Record<SuiteName, number>> = { vm: 60, table: 15, fanout: 15, startup: 15 }

const LOADERS: Readonly<Record<SuiteName, () => Promise<Suite>>> = {
  vm: async () => (await import('./suites/vm.ts')).vm,
  table: async () => (await import('./suites/table.ts')).table,
  fanout: async () => (await import('./suites/fanout.ts')).fanout,
  startup: async () => (await import('./suites/startup.ts')).startup,
}

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string' }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const givenRounds = values.rounds === undefined ? null : Number(values.rounds)
const wanted = SUITES.filter((suite) => positionals.length === 0 || positionals.includes(suite))
const unknown = positionals.filter((name) => !SUITES.some((suite) => suite === name))
if (unknown.length > 0 || (givenRounds !== null && !(Number.isInteger(givenRounds) && givenRounds > 0))) {
  process.stderr.write(`usage: pnpm bench [${SUITES.join(' | ')}] [--rounds N] [--json]\n`)
  process.exit(2)
}

const [only] = wanted
process.exitCode = wanted.length === 1 && only !== undefined ? await measure(only) : measureEach(wanted)

/** A process for each, so that none runs in what another left behind. */
function measureEach(suites: readonly SuiteName[]): number {
  const flags = [...(givenRounds === null ? [] : [`--rounds=${givenRounds}`]), ...(values.json ? ['--json'] : [])]
  const codes = suites.map(
    (suite) =>
      spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), suite, ...flags], {
        stdio: 'inherit',
      }).status ?? 1,
  )
  return Math.max(...codes)
}

async function measure(suite: SuiteName): Promise<number> {
  const rounds = givenRounds ?? ROUNDS[suite]
  // Before anything runs: somebody may commit meanwhile.
  const origin = describeOrigin(`pnpm bench:${suite} --rounds ${rounds}`)
  const begun = performance.now()
  const run = await LOADERS[suite]()
  const rows = await run({ rounds })
  const seconds = Math.round((performance.now() - begun) / 1000)
  const recorded = rows.map((row): RecordedRow => ({ ...row, goals: describeGoals(row), ...origin }))
  appendRows(RESULTS, recorded)
  writeFileSync(PAGE, describeBenchmarks(readNewestRows(RESULTS)))
  execFileSync('pnpm', ['exec', 'oxfmt', PAGE], { cwd: ROOT, stdio: 'ignore' })
  if (values.json) for (const row of recorded) process.stdout.write(`${JSON.stringify(row)}\n`)
  else {
    process.stdout.write(`\n${suite}, ${rounds} rounds, ${seconds} s\n\n${drawText(tabulateRows(rows))}\n`)
    const goals = judgeGoals(rows)
    if (goals.length > 0) process.stdout.write(`\n${drawText(tabulateGoals(goals))}\n`)
  }
  return 0
}

type Origin = Omit<RecordedRow, keyof BenchRow | 'goals'>

function describeOrigin(command: string): Origin {
  const git = (...words: string[]): string => execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim()
  return {
    command,
    commit: git('rev-parse', '--short', 'HEAD'),
    isDirty: git('status', '--porcelain', '--', 'packages', 'tooling/bench') !== '',
    date: new Date().toISOString().slice(0, 19),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}, Node.js ${process.version}`,
  }
}
