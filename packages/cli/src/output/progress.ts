import type { CliOutput } from '../cliIO.ts'

/** Says what takes long, to a person who waits. */
export interface Progress {
  /** What is being done now; replaces what was said before. */
  say(text: string): void
  /** Takes it away. */
  clear(): void
}

const CLEAR_LINE = '\r\u001b[2K'

/** One line that is written over. Nothing at all where nobody waits: a log has no use for it. */
export function createProgress(output: CliOutput): Progress {
  if (!output.isTerminal) return { say: () => {}, clear: () => {} }
  let isShown = false
  return {
    say(text) {
      output.write(`${CLEAR_LINE}${text}…`)
      isShown = true
    },
    clear() {
      if (isShown) output.write(CLEAR_LINE)
      isShown = false
    },
  }
}
