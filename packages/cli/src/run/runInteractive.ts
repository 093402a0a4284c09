import type { TextView } from '@plugboard/text-renderer'

import type { CliIO } from '../cliIO.ts'
import { enterLine, EXPLAIN } from './runScript.ts'

export interface RunInteractiveOptions {
  readonly view: TextView
  readonly io: CliIO
  readonly settled: () => Promise<void>
}

const CLEAR_SCREEN = '\u001b[2J\u001b[H'
const HELP = 'A number presses, name=value fills in, q leaves.'

/** Shows a widget to a person until they leave: it is drawn again whenever it is another one. */
export async function runInteractive({ io, settled, view }: RunInteractiveOptions): Promise<void> {
  let note = HELP
  const draw = (): void => io.stdout.write(`${CLEAR_SCREEN}${view.text()}\n${note}\n> `)
  const unsubscribe = view.subscribe(draw)
  draw()
  const lines = io.stdin[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([lines.next(), aborted(io.signal)])
      if (next === 'aborted' || next.done === true || ['q', 'quit', 'exit'].includes(next.value.trim())) return
      const line = next.value.trim()
      const outcome = line === '' || line.startsWith('#') ? 'done' : enterLine(view, line)
      await settled()
      note = outcome === 'done' ? HELP : `Nothing came of "${line}": ${EXPLAIN[outcome]}.`
      draw()
    }
  } finally {
    unsubscribe()
    await lines.return?.()
    io.stdout.write('\n')
  }
}

function aborted(signal: AbortSignal | undefined): Promise<'aborted'> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve('aborted')
    signal?.addEventListener('abort', () => resolve('aborted'), { once: true })
  })
}
