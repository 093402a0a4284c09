// node tooling/gates/cli.ts [STAGE...]    runs the named stages, or all of them
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

import { formatResults, runStages } from './runStages.ts'
import { REPORTS, STAGES } from './stages.ts'
import { tallyReport } from './tally.ts'

const root = resolve(import.meta.dirname, '../..')
const reports = join(root, REPORTS)
const named = process.argv.slice(2)
const unknown = named.filter((name) => !STAGES.some((stage) => stage.name === name))
if (unknown.length > 0) {
  console.error(`No stage is named ${unknown.join(', ')}; there are ${STAGES.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

// a report of an earlier run must never be counted as this run's
if (named.length === 0) rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const path = join(root, 'node_modules/.bin') + delimiter + (process.env['PATH'] ?? '')

const results = runStages(
  STAGES.filter(({ name }) => named.length === 0 || named.includes(name)),
  {
    run: ([command = '', ...args], env) => {
      const { status } = spawnSync(command === 'node' ? process.execPath : command, args, {
        cwd: root,
        stdio: 'inherit',
        shell: process.platform === 'win32',
        env: {
          ...process.env,
          PATH: path,
          TURBO_TELEMETRY_DISABLED: '1',
          PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'playground.json'),
          ...env,
        },
      })
      return status === 0
    },
    tally: ({ name, tests = 'vitest' }, hasPassed) => tallyReport(tests, join(reports, `${name}.json`), hasPassed),
    now: () => performance.now(),
    say: (line) => console.log(line),
  },
)
console.log(`\n${formatResults(results)}`)
process.exitCode = results.every(({ outcome }) => outcome === 'passed') ? 0 : 1
