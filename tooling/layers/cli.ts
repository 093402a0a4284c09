// node tooling/layers/cli.ts            writes what the table generates, then checks every import
// node tooling/layers/cli.ts --check    writes nothing; what is out of date is a fault
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { checkLayer } from './checkLayers.ts'
import { generateFiles } from './generated.ts'
import { explainTable } from './layerRules.ts'
import { LAYERS } from './layers.ts'
import { findPackageFolders, readLayerFiles } from './workspace.ts'

const root = resolve(import.meta.dirname, '../..')
const isCheck = process.argv.includes('--check')

const layers = LAYERS.map((layer) => readLayerFiles(root, layer))
const unknown = findPackageFolders(root).filter((folder) => !LAYERS.some((layer) => layer.folder === folder))
const faults = [
  ...explainTable(LAYERS),
  ...unknown.map((folder) => `${folder}: is no layer yet; give it a row in tooling/layers/layers.ts`),
  ...layers.flatMap(checkLayer),
]

const stale = generateFiles(root, layers).filter(({ current, wanted }) => current !== wanted)
if (isCheck) {
  faults.push(...stale.map(({ path }) => `${path}: is not what tooling/layers/layers.ts says; run \`pnpm layers\``))
} else {
  for (const { path, wanted } of stale) {
    writeFileSync(join(root, path), wanted)
    console.log(`wrote ${path}`)
  }
  if (stale.length > 0)
    spawnSync(
      'oxfmt',
      stale.map(({ path }) => path),
      { cwd: root, stdio: 'inherit' },
    )
}

for (const fault of faults) console.error(fault)
const count = layers.reduce((sum, { files }) => sum + files.length, 0)
console.log(`layers: ${layers.length} packages, ${count} files, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
