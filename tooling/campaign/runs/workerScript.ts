import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { rolldown } from 'rolldown'

const ENTRY = fileURLToPath(import.meta.resolve('@plugboard/runtime-quickjs/worker'))

let script: Promise<string> | null = null

/** The runtime's worker as one file: one that is started from its sources takes ten times as long. Built once a process. */
export function buildWorkerScript(): Promise<string> {
  script ??= build()
  return script
}

async function build(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'plugboard-')), 'worker.mjs')
  const bundle = await rolldown({
    input: ENTRY,
    platform: 'node',
    resolve: { conditionNames: ['@plugboard/source', 'node', 'import', 'default'] },
  })
  await bundle.write({ file, format: 'esm', codeSplitting: false })
  await bundle.close()
  return file
}
