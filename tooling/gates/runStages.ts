import type { Stage } from './stages.ts'
import type { Tally } from './tally.ts'

/** What became of one stage. */
export interface StageResult extends Tally {
  readonly name: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly seconds: number
}

/** What a run of stages needs from outside; the command line passes the real ones. */
export interface RunStagesOptions {
  /** Runs one command and says whether it ended well. */
  readonly run: (command: readonly string[], env: Readonly<Record<string, string>>) => boolean
  readonly tally: (stage: Stage, hasPassed: boolean) => Tally
  /** Milliseconds. */
  readonly now: () => number
  readonly say: (line: string) => void
}

/**
 * Runs the stages in order. A failed stage does not stop the ones after it, so that one run shows everything that is
 * wrong; only what needs the failed one is skipped, and a skipped stage counts as failed.
 */
export function runStages(stages: readonly Stage[], options: RunStagesOptions): readonly StageResult[] {
  const results: StageResult[] = []
  for (const stage of stages) {
    const missing = stage.needs?.filter((need) => results.find(({ name }) => name === need)?.outcome === 'failed') ?? []
    if (missing.length > 0) {
      options.say(`\n── ${stage.name}: skipped, it needs ${missing.join(', ')}`)
      results.push({ name: stage.name, outcome: 'skipped', seconds: 0, passed: 0, failed: 1 })
      continue
    }
    options.say(`\n── ${stage.name}`)
    const start = options.now()
    const hasPassed = stage.commands.map((command) => options.run(command, stage.env ?? {})).every(Boolean)
    const seconds = (options.now() - start) / 1000
    const tally = stage.tests
      ? options.tally(stage, hasPassed)
      : { passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1 }
    results.push({ name: stage.name, outcome: tally.failed === 0 ? 'passed' : 'failed', seconds, ...tally })
  }
  return results
}

/** The table that closes a run, and its last line: the sum. */
export function formatResults(results: readonly StageResult[]): string {
  const rows = results.map(
    ({ name, outcome, seconds, passed, failed }) =>
      `${outcome.padEnd(8)}${name.padEnd(20)}${seconds.toFixed(1).padStart(7)} s${`${passed} / ${passed + failed}`.padStart(14)}`,
  )
  const sum = (pick: (result: StageResult) => number): number => results.reduce((total, one) => total + pick(one), 0)
  return [...rows, '', `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`].join('\n')
}
