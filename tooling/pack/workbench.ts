import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** What a command printed, and whether it ended well. */
export interface CommandResult {
  readonly isGood: boolean
  readonly output: string
}

/** Runs a command with the workspace's tools on the path, and without what npm and pnpm leave in the environment. */
export function runCommand(root: string, cwd: string, [command = '', ...args]: readonly string[]): CommandResult {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm|pnpm)_|^NODE_OPTIONS$|^INIT_CWD$/i.test(name))
  const path = [join(cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...Object.fromEntries(kept), PATH: path },
  })
  return { isGood: status === 0, output: `${stdout ?? ''}${stderr ?? ''}` }
}
