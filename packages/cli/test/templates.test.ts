import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type CliPlace, createPlace } from './cliKit.ts'

const TEMPLATES = ['widget', 'tool', 'hook', 'service']

const start = promisify(execFile)
const require = createRequire(import.meta.url)
const binOf = (name: string) => {
  const manifest = require.resolve(`${name}/package.json`)
  const { bin } = require(manifest) as { readonly bin: Readonly<Record<string, string>> }
  return join(dirname(manifest), Object.values(bin)[0] ?? '')
}

let place: CliPlace

beforeAll(async () => {
  place = await createPlace()
  for (const template of TEMPLATES) await place.run(['new', template, `my-${template}`])
})

afterAll(() => place[Symbol.asyncDispose]())

describe('a new plugin', () => {
  it.each(TEMPLATES)('of the template %s is good, and packs', async (template) => {
    const checked = await place.json(['check', `my-${template}`])
    expect(checked.diagnostics).toEqual([])
    const packed = await place.json(['pack', `my-${template}`])
    expect(packed.result).toMatchObject({ id: `my-${template}`, digest: checked.result.digest })
  })

  it('has types that hold, whatever the template', async () => {
    const config = JSON.stringify({
      extends: './my-widget/tsconfig.json',
      include: TEMPLATES.map((name) => `my-${name}`),
    })
    await place.write({ 'tsconfig.json': config })
    await expect(start(process.execPath, [binOf('typescript'), '-p', place.path])).resolves.toMatchObject({
      stdout: '',
    })
  })

  it('passes its tests', async () => {
    const kept = Object.entries(process.env).filter(([name]) => !/^(VITEST|FORCE_COLOR)/.test(name))
    // What is read below has no colours, which CI servers are given else.
    const env = { ...Object.fromEntries(kept), NO_COLOR: '1' }
    const run = start(process.execPath, [binOf('vitest'), 'run', '--root', place.path], { env })
    const count = TEMPLATES.length
    await expect(run).resolves.toMatchObject({ stdout: expect.stringContaining(`${count} passed (${count})`) })
  })

  it('runs in the terminal', async () => {
    const { result } = await place.json(['run', 'my-widget-0.1.0.plug'], { lines: ['1', '2'] })
    expect(result).toMatchObject({ state: { count: 2 } })
    const input = JSON.stringify({ text: 'to be or not' })
    const called = await place.json(['run', './my-tool', '--tool', 'count-words', '--input', input])
    expect(called.result).toMatchObject({ value: { words: 4, characters: 12 } })
  })
})
