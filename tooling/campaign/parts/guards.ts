import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Figure, Part } from '../figure.ts'
import type { Guard } from '../guards/guard.ts'
import { hostGuards } from '../guards/hostGuards.ts'
import { pageGuards } from '../guards/pageGuards.ts'
import { sandboxGuards } from '../guards/sandboxGuards.ts'
import { workspaceGuards } from '../guards/workspaceGuards.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const COPY = `${ROOT}/node_modules/.cache/campaign/tree`
const REPORT = `${ROOT}/node_modules/.cache/campaign/guards.json`

/** Every guard taken away, one at a time, in a copy of the repository: a named test must turn red. */
export const guards: readonly Part[] = [
  createPart('guards-sandbox', 'of the sandbox', sandboxGuards),
  createPart('guards-host', 'of the host', hostGuards),
  createPart('guards-page', 'of the page', pageGuards),
  createPart('guards-workspace', 'of saved work', workspaceGuards),
]

function createPart(name: string, whose: string, list: readonly Guard[]): Part {
  return {
    name,
    what: `${list.length} guards ${whose} removed one by one, in a copy of the repository`,
    measure(): Promise<readonly Figure[]> {
      prepareCopy()
      for (const [project, tests] of testsByProject(list)) {
        // Red tests prove nothing where they are red with every guard in place. The first run fills the caches.
        const { outcome } = runTests(project, tests, 'first')
        if (outcome !== 'passed') throw new Error(`${project}'s tests fail before a guard is removed.`)
      }
      const unnoticed = list.filter((guard) => {
        const witness = removeAndTest(guard)
        process.stdout.write(
          witness === null ? `  UNNOTICED: ${guard.name}\n` : `  noticed: ${guard.name} (${witness})\n`,
        )
        return witness === null
      })
      const share = ((list.length - unnoticed.length) / list.length) * 100
      const limit = { least: 100 }
      return Promise.resolve([{ name: 'removed guards that a test noticed', value: share, unit: '%', limit }])
    },
  }
}

function prepareCopy(): void {
  if (existsSync(COPY)) execFileSync('git', ['worktree', 'remove', '--force', COPY], { cwd: ROOT })
  execFileSync('git', ['worktree', 'add', '--detach', '--force', COPY, 'HEAD'], { cwd: ROOT, stdio: 'ignore' })
  execFileSync('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], { cwd: COPY, stdio: 'ignore' })
}

/** The test that turned red without the guard, or null. */
function removeAndTest(guard: Guard): string | null {
  const path = `${COPY}/${guard.file}`
  const source = readFileSync(path, 'utf8')
  writeFileSync(path, source.replace(guard.find, guard.replace))
  try {
    const { failed, outcome } = runTests(guard.project, guard.tests.split(' '), 'later')
    // A run that had to be stopped did not end as it does with the guard in place.
    if (outcome === 'stopped') return 'a run that did not end'
    // Files that do not even load say nothing about the guard: what counts is a test that ran and failed.
    return failed
  } finally {
    writeFileSync(path, source)
  }
}

function testsByProject(list: readonly Guard[]): ReadonlyMap<string, readonly string[]> {
  const tests = new Map<string, readonly string[]>()
  for (const guard of list) {
    tests.set(guard.project, [...new Set([...(tests.get(guard.project) ?? []), ...guard.tests.split(' ')])])
  }
  return tests
}

/** Milliseconds that a test and a whole run may take: the first run of a project starts without its caches. */
const PATIENCE = { first: { test: 60_000, run: 240_000 }, later: { test: 10_000, run: 90_000 } } as const

interface TestRun {
  readonly outcome: 'passed' | 'failed' | 'stopped'
  /** Name of the first test that ran and failed; null where files failed and no test did. */
  readonly failed: string | null
}

/** Runs these tests in the copy. The first red one ends the run, and one that hangs is red. */
function runTests(project: string, tests: readonly string[], run: keyof typeof PATIENCE): TestRun {
  const patience = PATIENCE[run]
  const timeouts = [`--testTimeout=${patience.test}`, `--hookTimeout=${patience.test}`]
  const report = ['--reporter=json', `--outputFile=${REPORT}`]
  const options = ['--typecheck.enabled=false', '--bail=1', ...timeouts, ...report]
  rmSync(REPORT, { force: true })
  const { status } = spawnSync('pnpm', ['exec', 'vitest', 'run', '--project', project, ...options, ...tests], {
    cwd: COPY,
    stdio: 'ignore',
    timeout: patience.run,
    killSignal: 'SIGKILL',
  })
  if (status === null) return { outcome: 'stopped', failed: null }
  return { outcome: status === 0 ? 'passed' : 'failed', failed: existsSync(REPORT) ? firstFailure() : null }
}

function firstFailure(): string | null {
  // Written by vitest a moment ago.
  const { testResults } = JSON.parse(readFileSync(REPORT, 'utf8')) as VitestReport
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  return tests.find(({ status }) => status === 'failed')?.fullName ?? null
}

/** What is read of vitest's JSON report. */
interface VitestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}
