import { execFile, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { expect, it } from 'vitest'

import { createPlace } from './cliKit.ts'
import { tallyFiles } from './pluginFiles.ts'

const BINARY = fileURLToPath(new URL('../bin/plugboard.js', import.meta.url))

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function start(
  argv: readonly string[],
  { cwd, input }: { readonly cwd: string; readonly input: string },
): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [BINARY, ...argv], { cwd }, (error, stdout, stderr) => {
      done({ code: Number(error?.code ?? 0), stdout, stderr })
    })
    child.stdin?.end(input)
  })
}

it('runs as a program: what it reads, writes and ends with', async () => {
  await using place = await createPlace(tallyFiles())
  const at = { cwd: place.path, input: '' }
  const [version, usage, missing, run] = await Promise.all([
    start(['--version'], at),
    start(['check', '--nonsense'], at),
    start(['check', 'none', '--json'], at),
    start(['run', '.'], { ...at, input: '1\n1\n' }),
  ])
  expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+/), stderr: '' })
  expect(usage).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('usage-invalid') })
  expect(missing).toMatchObject({ code: 3, stderr: '' })
  expect(JSON.parse(missing.stdout)).toMatchObject({ ok: false, command: 'check' })
  expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('Count: 2') })
})

it('ends without a word where nobody reads its output any more', async () => {
  await using place = await createPlace(tallyFiles())
  const ended = await new Promise<Ended>((done) => {
    const child = spawn(process.execPath, [BINARY, 'check', '--json'], { cwd: place.path })
    child.stdout.destroy()
    const words: string[] = []
    child.stderr.setEncoding('utf8').on('data', (text: string) => words.push(text))
    child.once('close', (code) => done({ code: code ?? -1, stdout: '', stderr: words.join('') }))
  })
  expect(ended).toEqual({ code: 0, stdout: '', stderr: '' })
})
