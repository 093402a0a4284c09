// node tooling/pack/cli.ts               packs, lints, installs and uses every published package; wants a build
// node tooling/pack/cli.ts manifests     only looks at the manifests
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { walkAuthorJourney } from './authorJourney.ts'
import { checkManifest } from './checkManifest.ts'
import { buildViteConsumer, runNodeConsumer } from './consumers.ts'
import { findPublishedPackages } from './publishedPackage.ts'
import { takeIntoPlayground } from './takeIntoPlayground.ts'
import { lintTarball, packTarball } from './tarball.ts'
import { countInBuiltApp } from './countInBuiltApp.ts'
import { visitBuiltApp } from './visitBuiltApp.ts'

/** Drawn with React: Node.js takes no stylesheets. */
const FOR_PAGES = ['@plugboard/react-renderer', '@plugboard/devtools']

/** Only for tests of others: nobody's application installs them, and they bring a test runner along. */
const FOR_TESTS = ['@plugboard/contract-tests', '@plugboard/sdk-testing']

/** What the author of a plugin has beside what applications have. */
const FOR_AUTHORS = '@plugboard/sdk-testing'

const root = resolve(import.meta.dirname, '../..')
const isDeep = process.argv[2] !== 'manifests'
const packages = findPublishedPackages(root)
const faults = packages.flatMap(checkManifest)
console.log(`manifests: ${packages.length} packages, ${faults.length} faults`)

if (isDeep) {
  const place = mkdtempSync(join(tmpdir(), 'plugboard-packed-'))
  try {
    const tarballs = packages.map((one) => packTarball(root, one, place))
    console.log(`packed ${tarballs.map(({ name }) => name).join(', ')}`)
    faults.push(...tarballs.flatMap((tarball) => lintTarball(root, tarball)))
    const installed = tarballs.filter(({ name }) => !FOR_TESTS.includes(name))

    const node = join(place, 'node')
    mkdirSync(node)
    const inNode = [
      ...installed.filter(({ name }) => !FOR_PAGES.includes(name)),
      ...tarballs.filter(({ name }) => name === FOR_AUTHORS),
    ]
    for (const line of runNodeConsumer({
      root,
      into: node,
      tarballs: inNode,
      others: ['@types/node', 'typescript', 'vitest'],
    })) {
      console.log(`node: ${line}`)
    }
    const packed = walkAuthorJourney({ root, installed: node })
    console.log(
      'author: new, edited, checked, tested, packed, listed, enabled, locked, shown and run, from packed packages',
    )
    const taken = await visitBuiltApp(join(root, 'apps/playground'), (page) => takeIntoPlayground(page, packed))
    faults.push(...taken)
    if (taken.length === 0) console.log('author: the packed plugin was agreed to in the playground, and counts there')

    const vite = join(place, 'vite')
    mkdirSync(vite)
    const others = ['react', 'react-dom', 'vite', '@types/react', '@types/react-dom']
    buildViteConsumer({ root, into: vite, tarballs: installed, others })
    const seen = await visitBuiltApp(vite, countInBuiltApp)
    faults.push(...seen)
    if (seen.length === 0) console.log('vite: the built application counts in Chromium, in a worker')
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
