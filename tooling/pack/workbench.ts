import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** What a command printed, and whether it ended well. */
export interface CommandResult {
  readonly isGood: boolean
  readonly output: string
}

/** A registry that does not answer must not hold up everything else. */
const PATIENCE_MS = 300_000

/** Runs a command with the workspace's tools on the path, and without what npm and pnpm leave in the environment. */
export function runCommand(root: string, cwd: string, [command = '', ...args]: readonly string[]): CommandResult {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm|pnpm)_|^NODE_OPTIONS$|^INIT_CWD$/i.test(name))
  const own = process.env['PATH'] ?? ''
  // npm goes with the machine's Node.js, beside which its settings are; everything else with this one
  const path =
    command === 'npm'
      ? (process.env['PLUGBOARD_MACHINE_PATH'] ?? own)
      : [join(cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin'), own].join(delimiter)
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: PATIENCE_MS,
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...Object.fromEntries(kept), PATH: path },
  })
  return { isGood: status === 0, output: `${stdout ?? ''}${stderr ?? ''}` }
}
