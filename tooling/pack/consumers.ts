import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Tarball } from './tarball.ts'
import { readModules, readSamples } from './readmeSample.ts'
import { runCommand } from './workbench.ts'

/** Imports by which a sample says that a bundler reads it: `?worker`, `?raw`. */
const NEEDS_BUNDLER = /from '[^']+\?\w+'/
/** Imports of what a Node.js program of its own does not have; such samples are tested in their packages. */
const NEEDS_OTHERS = /from '(react|vitest|@opentelemetry|\.)/

/** Imports of what only runs inside of a VM: such samples have types here, and are run in their packages. */
const NEEDS_VM = /from '@plugboard\/sdk'/

export interface ConsumerOptions {
  readonly root: string
  /** Folder to make it in, outside of the workspace. */
  readonly into: string
  readonly tarballs: readonly Tarball[]
  /** Packages of the registry, besides. */
  readonly others: readonly string[]
}

/** The version that this workspace tests with, so that the registry's newest is never a surprise. */
function pin(root: string, name: string): string {
  // the manifest of an installed package always has a version
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

/** Installs tarballs into a new folder with npm, as anybody would. */
function install({ root, into, tarballs, others }: ConsumerOptions): void {
  const dependencies = {
    ...Object.fromEntries(tarballs.map(({ name, path }) => [name, `file:${path}`])),
    ...Object.fromEntries(others.map((name) => [name, pin(root, name)])),
  }
  // the packages among each other mean these tarballs too, never what a registry has under that name
  const overrides = Object.fromEntries(tarballs.map(({ name }) => [name, `$${name}`]))
  const manifest = { private: true, type: 'module', dependencies, overrides }
  writeFileSync(join(into, 'package.json'), JSON.stringify(manifest, null, 2))
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error']
  must(runCommand(root, into, ['npm', 'install', ...quiet]), 'npm install')
}

/** A Node.js program of its own: type-checks it and every README's modules against the tarballs, and runs them. */
export function runNodeConsumer(options: ConsumerOptions): readonly string[] {
  const { root, into } = options
  cpSync(join(root, 'tooling/pack/consumers/node'), into, { recursive: true })
  writeFileSync(join(into, 'counter.js'), findSample(root, 'counter.js'))
  install(options)
  mkdirSync(join(into, 'readme'))
  const samples = writeSamples(options, 'readme', (code) => !NEEDS_BUNDLER.test(code) && !NEEDS_OTHERS.test(code))
  must(runCommand(root, into, ['tsc', '-p', '.']), 'tsc')
  const programs = samples.filter((path) => !NEEDS_VM.test(readFileSync(join(into, path), 'utf8')))
  return ['main.ts', ...programs].map((path) => {
    const { output } = must(runCommand(root, into, [process.execPath, '--no-warnings', path]), path)
    return `${path}: ${output.trim() || 'runs'}`
  })
}

/** A Vite application of its own, made of the root README's sample: type-checks and builds it. Returns what it serves. */
export function buildViteConsumer(options: ConsumerOptions): string {
  const { root, into } = options
  cpSync(join(root, 'tooling/pack/consumers/vite'), into, { recursive: true })
  mkdirSync(join(into, 'src/readme'), { recursive: true })
  writeSamples(options, 'src/readme', (code) => NEEDS_BUNDLER.test(code))
  for (const name of ['main.tsx', 'counter.js']) writeFileSync(join(into, 'src', name), findSample(root, name))
  install(options)
  must(runCommand(root, into, ['tsc', '-p', '.']), 'tsc')
  must(runCommand(root, into, ['vite', 'build', '--logLevel', 'warn']), 'vite build')
  return into
}

/** A package without one has a fault of its own, which is reported with its manifest. */
function readReadme(folder: string): string {
  const path = join(folder, 'README.md')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** Writes the modules that the READMEs of the tarballs show and `isWanted` takes; their paths. */
function writeSamples(
  { root, into, tarballs }: ConsumerOptions,
  folder: string,
  isWanted: (code: string) => boolean,
): readonly string[] {
  return tarballs.flatMap((tarball) =>
    readModules(readReadme(join(root, tarball.folder)))
      .filter(({ language, code }) => language === 'ts' && isWanted(code))
      .map(({ code }, index) => {
        const path = `${folder}/${tarball.name.replace('@plugboard/', '')}-${index + 1}.ts`
        writeFileSync(join(into, path), code)
        return path
      }),
  )
}

function findSample(root: string, label: string): string {
  const found = readSamples(readFileSync(join(root, 'README.md'), 'utf8')).find((sample) => sample.label === label)
  if (!found) throw new Error(`README.md shows no ${label} any more; the consumers are made of it`)
  return found.code
}

function must<Result extends { readonly isGood: boolean; readonly output: string }>(
  result: Result,
  what: string,
): Result {
  if (!result.isGood) throw new Error(`${what} failed:\n${result.output}`)
  return result
}
