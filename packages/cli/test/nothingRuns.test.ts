import childProcess from 'node:child_process'
import { existsSync } from 'node:fs'
import vm from 'node:vm'
import workerThreads from 'node:worker_threads'

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { createPlace, type CliPlace } from './cliKit.ts'
import { inFolder, tallyFiles } from './pluginFiles.ts'

let place: CliPlace

/** Code that leaves a mark wherever it runs, in whichever way it is reached. */
const mark = (name: string) =>
  `globalThis.pluginRan = true\nprocess.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(place.file(`marks-${name}`))}, '')`

/** By what code is compiled, or a place to run it is made. */
const TRAPS: readonly (readonly [owner: object, names: readonly string[]])[] = [
  [globalThis, ['Function', 'eval']],
  [WebAssembly, ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming', 'Module', 'Instance']],
  [vm, ['Script', 'createContext', 'runInContext', 'runInNewContext', 'runInThisContext', 'compileFunction']],
  [workerThreads, ['Worker']],
  [childProcess, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
]

/** Counts and refuses every use of a trap. */
function armTraps(): readonly string[] {
  const sprung: string[] = []
  for (const [owner, names] of TRAPS) {
    for (const name of names) {
      vi.spyOn(owner as Record<string, () => never>, name).mockImplementation(() => {
        sprung.push(name)
        throw new Error(`${name} was used`)
      })
    }
  }
  return sprung
}

beforeAll(async () => {
  place = await createPlace()
  await place.write({
    ...inFolder('built', tallyFiles({}, mark('built'))),
    ...inFolder('source', tallyFiles({ runtime: { kind: 'quickjs', entry: 'dist/a.js', apiVersion: 1 } })),
    'source/src/plugin.ts': mark('source'),
    'source/rolldown.config.js': mark('config'),
    'source/vitest.config.ts': mark('config'),
    ...inFolder('plugins/folder', tallyFiles({ id: 'folder', files: ['plugin.js'] }, mark('folder'))),
    ...inFolder('node_modules/npm-tally', tallyFiles({ id: 'npm-tally', files: ['plugin.js'] }, mark('npm'))),
    'node_modules/npm-tally/package.json':
      '{ "name": "npm-tally", "main": "plugin.js", "keywords": ["plugboard-plugin"] }',
    'plugins.json': '{ "version": 1, "plugins": [{ "ref": "folder:folder" }, { "ref": "npm:npm-tally" }] }',
    'plugins.config.js': mark('config'),
  })
  // What is loaded when it is needed is loaded now: the traps are for packages, not for this program.
  for (const argv of COMMANDS) await place.run(argv)
})

afterAll(() => place[Symbol.asyncDispose]())
afterEach(() => vi.restoreAllMocks())

const COMMANDS: readonly (readonly string[])[] = [
  ['check', 'built'],
  ['check', 'source'],
  ['pack', 'built', '--out', 'plugins/built.plug'],
  ['pack', 'source', '--out', 'source.plug'],
  ['check', 'source.plug'],
  ['list'],
  ['show', 'folder:folder'],
  ['lock'],
]

describe('commands that look', () => {
  it.each(COMMANDS)('%s %s makes no VM, starts no worker, compiles nothing and runs nothing', async (...argv) => {
    const sprung = armTraps()
    const { exitCode, stderr } = await place.run(argv)
    expect([sprung, exitCode], stderr).toEqual([[], 0])
    expect(globalThis).not.toHaveProperty('pluginRan')
    for (const name of ['built', 'source', 'folder', 'npm', 'config']) {
      expect(existsSync(place.file(`marks-${name}`)), name).toBe(false)
    }
  })

  it('would be caught: the traps and the marks are sprung by what runs code', async () => {
    const sprung = armTraps()
    const { diagnostics } = await place.json(['run', './built'])
    expect(sprung.length).toBeGreaterThan(0)
    expect(diagnostics).not.toEqual([])
  })
})
