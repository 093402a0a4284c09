import type { Diagnostic } from '@plugboard/contracts'
import type { TextOutcome, TextView } from '@plugboard/text-renderer'

import { cliDiagnostic } from '../cliDiagnostics.ts'

/** One line that was played. */
export interface PlayedStep {
  readonly line: string
  readonly outcome: TextOutcome
  /** The widget afterwards. */
  readonly text: string
}

export interface RunScriptOptions {
  readonly view: TextView
  readonly lines: AsyncIterable<string> | Iterable<string>
  readonly settled: () => Promise<void>
  readonly onStep: (step: PlayedStep) => void
  readonly signal?: AbortSignal | undefined
}

/** Plays lines as a person would type them, each when all that came of the one before is done. */
export async function runScript({
  lines,
  onStep,
  settled,
  signal,
  view,
}: RunScriptOptions): Promise<readonly Diagnostic[]> {
  const refused: Diagnostic[] = []
  // Numbers are those of the text that was read last; somebody has to have read one.
  view.text()
  for await (const text of lines) {
    const line = text.trim()
    if (signal?.aborted === true || line === 'q') break
    if (line === '' || line.startsWith('#')) continue
    const outcome = enterLine(view, line)
    await settled()
    if (outcome !== 'done') {
      refused.push(
        cliDiagnostic('step-refused', { message: `"${line.slice(0, 80)}" did nothing: ${EXPLAIN[outcome]}.` }),
      )
    }
    onStep({ line, outcome, text: view.text() })
  }
  return refused
}

/** `3` presses what has that number; `city=Oslo` fills a field in. */
export function enterLine(view: TextView, line: string): TextOutcome {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(line) ?? []
  if (name !== undefined && value !== undefined) return view.type(name.trim(), value)
  return /^\d{1,6}$/.test(line) ? view.press(Number(line)) : 'unknown'
}

/** What an outcome means, as the end of a sentence. */
export const EXPLAIN: Readonly<Record<TextOutcome, string>> = {
  done: 'it is done',
  unknown: 'there is no such number or field',
  refused: 'the field does not take that',
  invalid: 'the form is not filled in as it has to be',
}
