import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { SUITES } from '../report/benchRow.ts'

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url))

test.each([[['nonsense']], [['vm', '--rounds', 'many']], [['vm', '--rounds', '0']]])(
  'the command says how it is used instead of measuring %j',
  (words) => {
    const { status, stderr } = spawnSync(process.execPath, [CLI, ...words], { encoding: 'utf8' })
    expect(status).toBe(2)
    for (const suite of SUITES) expect(stderr).toContain(suite)
  },
)
