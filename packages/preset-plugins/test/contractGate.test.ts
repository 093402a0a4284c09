import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, it } from 'vitest'
import { startVitest } from 'vitest/node'

const contract = (): string => readFileSync(new URL('../contract/greeter.txt', import.meta.url), 'utf8')
const before = contract()

/** Titles of the tests that failed, by file. */
const failures: Record<string, string[]> = {}

beforeAll(async () => {
  const { exitCode } = process
  const config = new URL('./faults/vitest.config.ts', import.meta.url).pathname
  const run = await startVitest('test', [], { config, watch: false, update: 'none', reporters: [{}] })
  for (const module of run.state.getTestModules()) {
    const name = module.moduleId.replace(/^.*\//, '')
    failures[name] = [...module.children.allTests('failed')].map((test) => test.name)
  }
  await run.close()
  // The inner run was meant to fail; the outer one is not.
  process.exitCode = exitCode
}, 60_000)

describe('the contract of the presets', () => {
  it('fails when a preset draws something else than what is on record, and leaves the record alone', () => {
    expect(failures['driftedPreset.fault.ts']).toEqual(['its contract is the one on record'])
    expect(contract()).toBe(before)
  })

  it('fails when a preset writes what its manifest does not ask for', () => {
    expect(failures['undeclaredWrite.fault.ts']).toEqual([
      'whatever is pressed or typed, its handlers answer with intents that it has asked for',
    ])
  })
})
