import { styleText } from 'node:util'

import type { CliIO, CliOutput } from '../cliIO.ts'

type Style = Parameters<typeof styleText>[0]

/** Colours for one output. */
export interface Paint {
  (style: Style, text: string): string
  readonly isColoured: boolean
  /** In columns. */
  readonly width: number
}

/** Wide enough for most lines where nobody says how wide. */
const WIDTH = 100

/** Colours only where a person reads along and has not said otherwise: https://no-color.org */
export function createPaint(output: CliOutput, env: CliIO['env']): Paint {
  const isColoured = output.isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb'
  const paint = (style: Style, text: string): string =>
    // Whether there is a terminal was decided above.
    isColoured ? styleText(style, text, { validateStream: false }) : text
  return Object.assign(paint, { isColoured, width: Math.max(40, output.width ?? WIDTH) })
}
