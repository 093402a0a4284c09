import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('../../packages/host/test/kit/replayStdin.ts', import.meta.url))

/**
 * For tests that run in a browser: replays a recording in Node.js, in a process of its own, and gives back what that
 * found. `code` runs in the place of what was recorded, by package.
 */
export function replayInNode(
  _context: unknown,
  text: string,
  code: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const child = execFile(
    process.execPath,
    ['--conditions=@plugboard/source', SCRIPT],
    { maxBuffer: 64 * 1024 * 1024 },
    (error, stdout, stderr) => {
      if (error === null) resolve(JSON.parse(stdout))
      else reject(new Error(stderr, { cause: error }))
    },
  )
  child.stdin?.end(JSON.stringify({ text, code }))
  return promise
}
