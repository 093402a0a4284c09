// node tooling/api/cli.ts    accepts the public API of every package as it is: writes packages/*/api/*.api.md
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
let failed = 0
for (const path of globSync('packages/*/api-extractor.*.json', { cwd: root }).toSorted()) {
  const cwd = join(root, dirname(path))
  mkdirSync(join(cwd, 'api'), { recursive: true })
  const { status } = spawnSync('pnpm', ['exec', 'api-extractor', 'run', '--local', '-c', basename(path)], {
    cwd,
    stdio: 'inherit',
  })
  if (status !== 0) failed += 1
}
process.exitCode = failed === 0 ? 0 : 1
