import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

import type { Diagnostic } from '@plugboard/contracts'

import { cliDiagnostic } from '../cliDiagnostics.ts'
import { CliError, refusal, type CommandContext, type CommandInput, type CommandOutcome } from '../commandOutcome.ts'
import { hasErrors, inspectPath } from '../package/inspectPath.ts'

/** Where tests find the script that would be packed. */
const PACKED_CODE = 'PLUGBOARD_PLUGIN_CODE'

/** `plugboard test`: runs the tests of a package on its source, and on the script that would be packed. */
export async function runTest({ args, options }: CommandInput, context: CommandContext): Promise<CommandOutcome> {
  const { io, isJson, progress } = context
  const path = args[0] ?? '.'
  const folder = resolve(io.cwd, path)
  const { diagnostics, files, manifest } = await inspectPath(path, context)
  if (manifest === undefined || hasErrors(diagnostics)) return refusal(...diagnostics)
  const vitest = await findVitest(folder)
  const place = await mkdtemp(join(tmpdir(), 'plugboard-test-'))
  try {
    const runs: TestRun[] = []
    const on = async (subject: TestRun['subject'], env: Readonly<Record<string, string>>): Promise<void> => {
      progress.say(`Testing the ${subject}`)
      const { isGood, output } = await runVitest({ vitest, folder, env, context })
      progress.clear()
      if (!isJson) io.stdout.write(`${subject}\n${output}\n`)
      runs.push({ subject, isGood })
    }
    await on('source', {})
    if (!options.has('sourceOnly') && manifest.runtime.kind === 'quickjs') {
      const script = join(place, 'plugin.js')
      await writeFile(script, files.get(manifest.runtime.entry) ?? '')
      await on('packed code', { [PACKED_CODE]: script })
    }
    return {
      result: { runs },
      diagnostics: [...diagnostics, ...runs.flatMap(toDiagnostics)],
      text: (paint) =>
        runs
          .map(
            ({ isGood, subject }) => `${subject}: ${paint(isGood ? 'green' : 'red', isGood ? 'passed' : 'failed')}\n`,
          )
          .join(''),
    }
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

interface TestRun {
  readonly subject: 'source' | 'packed code'
  readonly isGood: boolean
}

function toDiagnostics({ isGood, subject }: TestRun): readonly Diagnostic[] {
  return isGood ? [] : [cliDiagnostic('tests-failed', { message: `Tests of the ${subject} failed.` })]
}

/** The project's own vitest: which one that is decides its tests. */
async function findVitest(folder: string): Promise<string> {
  try {
    const manifest = createRequire(join(folder, 'package.json')).resolve('vitest/package.json')
    // npm's shape; a package without a bin has nothing to run
    const { bin } = JSON.parse(await readFile(manifest, 'utf8')) as { bin?: { vitest?: string } }
    if (bin?.vitest !== undefined) return join(dirname(manifest), bin.vitest)
  } catch {
    // Said below.
  }
  throw new CliError('tool-missing', { message: 'There is no vitest in this project.' })
}

interface RunVitestOptions {
  readonly vitest: string
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  readonly context: CommandContext
}

function runVitest({ context, env, folder, vitest }: RunVitestOptions): Promise<{ isGood: boolean; output: string }> {
  const { io } = context
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [vitest, 'run', '--root', folder], {
      cwd: folder,
      // Without what a test runner around this one has left there.
      env: { ...withoutRunner(io.env), NO_COLOR: '1', ...env },
      ...(io.signal === undefined ? {} : { signal: io.signal }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', () =>
      failed(new CliError('tool-missing', { message: 'The vitest of this project does not start.' })),
    )
    child.once('close', (code) => done({ isGood: code === 0, output: Buffer.concat(chunks).toString('utf8') }))
  })
}

function withoutRunner(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^(VITEST|TEST$|NODE_OPTIONS$|NODE_V8_COVERAGE$)/.test(name) && name !== PACKED_CODE,
    ),
  )
}
