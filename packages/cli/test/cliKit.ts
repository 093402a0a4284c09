import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { runCli, type CliIO } from '@plugboard/cli'
import type { Diagnostic } from '@plugboard/contracts'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

/** What a command line came to. */
export interface CliRun {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** What `--json` writes. */
export interface CliJson {
  readonly schemaVersion: number
  readonly command: string | null
  readonly ok: boolean
  // the tests say what they expect in it
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly result: any
  readonly diagnostics: readonly Diagnostic[]
}

export interface RunOptions {
  /** Lines that are typed. */
  readonly lines?: readonly string[]
  /** Whether a person sits there. */
  readonly isTerminal?: boolean
  readonly env?: CliIO['env']
  readonly home?: string
  readonly signal?: AbortSignal
  readonly createRuntime?: NonNullable<CliIO['createRuntime']>
}

/** A folder that command lines run in. */
export interface CliPlace extends AsyncDisposable {
  readonly path: string
  readonly file: (name: string) => string
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>
  run(argv: readonly string[], options?: RunOptions): Promise<CliRun>
  json(argv: readonly string[], options?: RunOptions): Promise<CliJson & { readonly exitCode: number }>
}

// Inside of the package, so that what is made there finds the SDK.
const CACHE = fileURLToPath(new URL('../node_modules/.cache/places/', import.meta.url))

/** Makes a new folder; it goes at the end of the scope. */
export async function createPlace(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<CliPlace> {
  await mkdir(CACHE, { recursive: true })
  const path = await realpath(await mkdtemp(CACHE))
  const file = (name: string) => join(path, name)
  const place: CliPlace = {
    path,
    file,
    async write(entries) {
      for (const [name, content] of Object.entries(entries)) {
        await mkdir(dirname(file(name)), { recursive: true })
        await writeFile(file(name), content)
      }
    },
    run: (argv, options = {}) => runIn(path, argv, options),
    async json(argv, options = {}) {
      const { exitCode, stderr, stdout } = await runIn(path, [...argv, '--json'], options)
      if (stderr !== '') throw new Error(`Something was written beside the JSON: ${stderr}`)
      // the schema of it has a test of its own
      return { exitCode, ...(JSON.parse(stdout) as CliJson) }
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  }
  await place.write(files)
  return place
}

const createInline = () => createQuickJSRuntime({ placement: 'inline' })

async function runIn(cwd: string, argv: readonly string[], options: RunOptions): Promise<CliRun> {
  const { createRuntime = createInline, env = {}, home = '/nobody', isTerminal = false, lines = [], signal } = options
  const written = { stdout: '', stderr: '' }
  const output = (stream: keyof typeof written) => ({
    isTerminal,
    width: 80,
    write: (text: string) => {
      written[stream] += text
    },
  })
  const exitCode = await runCli(argv, {
    cwd,
    home,
    env: { ...process.env, ...env },
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: {
      isTerminal,
      async *[Symbol.asyncIterator]() {
        yield* lines
      },
    },
    // What the binary runs in, workers, has a test of its own; here they would be most of the time.
    createRuntime,
    ...(signal === undefined ? {} : { signal }),
  })
  return { exitCode, ...written }
}
