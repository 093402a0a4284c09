import type { PublishedPackage } from './publishedPackage.ts'

/** The condition that maps a package to its sources inside this workspace; it must not leave it. */
const SOURCE = '@plugboard/source'

/** What keeps a package from being published as it should be, one line each. */
export function checkManifest({ folder, manifest, hasReadme }: PublishedPackage): readonly string[] {
  const faults: string[] = []
  const expectThat = (isGood: boolean, what: string): void => {
    if (!isGood) faults.push(`${folder}/package.json: ${what}`)
  }
  const { exports = {}, publishConfig } = manifest
  expectThat((manifest.description ?? '').length > 20, 'description says in a sentence what the package is')
  expectThat(manifest.license === 'MIT', 'license is MIT')
  expectThat(manifest.type === 'module', 'type is module')
  expectThat(manifest.sideEffects !== undefined, 'sideEffects says what a bundler must keep')
  expectThat(manifest.engines?.['node'] === '>=22', 'engines.node is >=22')
  expectThat(publishConfig?.access === 'public', 'publishConfig.access is public')
  expectThat(hasReadme, 'a README.md stands beside it')
  expectThat(manifest.files?.includes('dist') === true, 'files names dist')
  expectThat(manifest.files?.includes('!src/**/*.test.*') === true, 'files leaves the tests out')
  expectThat(exports['./package.json'] === './package.json', 'exports has ./package.json')
  const published = JSON.stringify(publishConfig?.exports)
  expectThat(
    published === JSON.stringify(withoutSource(exports)),
    `publishConfig.exports is exports without the condition ${SOURCE}`,
  )
  for (const [entry, target] of Object.entries(publishConfig?.exports ?? {})) {
    for (const branch of branches(target)) {
      expectThat(Object.keys(branch)[0] === 'types', `types comes first in publishConfig.exports["${entry}"]`)
    }
  }
  for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    if (!name.startsWith('@plugboard/')) continue
    expectThat(range === 'workspace:^', `${name} is asked for as workspace:^`)
  }
  return faults
}

function withoutSource(target: unknown): unknown {
  if (typeof target !== 'object' || target === null) return target
  return Object.fromEntries(
    Object.entries(target)
      .filter(([condition]) => condition !== SOURCE)
      .map(([condition, value]) => [condition, withoutSource(value)]),
  )
}

/** The innermost condition objects of an entry: those whose values are files. */
function branches(target: unknown): readonly object[] {
  if (typeof target !== 'object' || target === null) return []
  const values: unknown[] = Object.values(target)
  return values.every((value) => typeof value === 'string') ? [target] : values.flatMap(branches)
}
