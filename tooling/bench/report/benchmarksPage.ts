import { SUITES, type RecordedRow, type SuiteName } from './benchRow.ts'
import { drawMarkdown, tabulateGoals, tabulateRows } from './describeRows.ts'
import { judgeGoals } from './goals.ts'

/** What each suite is about, for people. */
export const SUITE_NOTES: Readonly<Record<SuiteName, string>> = {
  vm: 'One VM in a worker of Chromium, without the trip to it. `naive` is quickjs-emscripten itself: a call is evaluated as source with the whole state in it, and its answer is dumped; a start, and what follows a trap, is a new runtime with a small bootstrap and the plugin, in a WebAssembly instance that is there already; `handles` sets and gets every property by a handle; `json` calls a persistent function with JSON text; `in-process` is `new Function`; `ses` is a Compartment after lockdown, in a worker of its own. `recorded` is `plugboard` through a recorder that records, `recorder, idle` through one that does not.',
  table:
    'The operations of js-framework-benchmark, from the click to the end of the React commit, and to the frame after it; those on 10,000 rows in a third of the rounds, and not for `remote-dom`, which takes many seconds for them. Every variant draws the same elements, checked after every operation. `plugboard` is a plugin in a worker behind host, store and renderer; `remote-dom` is React in a worker without a VM; `naive` is the naive protocol in a worker.',
  fanout:
    'Instances of one plugin on one page, from a click to the commit after which everything that has to show the change shows it: one instance, or all of them. 1,000 instances in a third of the rounds.',
  startup:
    'From a server on this machine, so without a network. A page in a fresh browser context from navigation to the commit of its first widget; and a page whose worker was killed after a moment of peace, until all instances show a new picture. `plugboard-cold` starts as many instances in a new runtime.',
}

/** The text of docs/benchmarks.md: the newest rows of each suite. */
export function describeBenchmarks(rows: readonly RecordedRow[]): string {
  const sections = SUITES.flatMap((suite) => {
    const newest = rows.filter((row) => row.suite === suite)
    const [first] = newest
    if (first === undefined) return []
    const { command, commit, date, isDirty, machine } = first
    const goals = judgeGoals(newest)
    return [
      `## ${suite}`,
      SUITE_NOTES[suite],
      `Measured on ${date} at ${commit}${isDirty ? ' with changes that were not committed' : ''} by \`${command}\`, on ${machine}.`,
      ...(goals.length === 0 ? [] : [drawMarkdown(tabulateGoals(goals))]),
      drawMarkdown(tabulateRows(newest)),
    ]
  })
  return [
    '# Benchmarks',
    'Written by `pnpm bench`; nothing on this page is typed by hand. Variants are interleaved in random order in one run, and figures are medians over its rounds, of which there are fewer where a machine was too busy to finish them in time. Times belong to the machine that they were measured on; compare the ratios. `ours ÷ it` below 1: ours is faster.',
    ...sections,
    '',
  ].join('\n\n')
}
