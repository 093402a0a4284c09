import { homedir } from 'node:os'
import { isatty } from 'node:tty'

import type { CliIO, CliOutput } from './cliIO.ts'
import { readLines } from './readLines.ts'

/** The input and output of this process. */
export function createProcessIO(signal?: AbortSignal): CliIO {
  return {
    cwd: process.cwd(),
    home: homedir(),
    env: process.env,
    stdout: toOutput(process.stdout),
    stderr: toOutput(process.stderr),
    stdin: {
      isTerminal: isatty(process.stdin.fd),
      // Opened when somebody reads: a process that listens to its input does not end by itself.
      [Symbol.asyncIterator]: () => readLines(process.stdin),
    },
    ...(signal === undefined ? {} : { signal }),
  }
}

function toOutput(stream: NodeJS.WriteStream & { readonly fd: number }): CliOutput {
  // Whoever read along has enough, as `head` does: the rest is for nobody, and the command ends as it would have.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    write: (text) => void stream.write(text),
    isTerminal: isatty(stream.fd),
    ...(isatty(stream.fd) ? { width: stream.columns } : {}),
  }
}
