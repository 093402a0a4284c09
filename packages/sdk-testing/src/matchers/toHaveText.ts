import { type Judged, type MatcherResult, writeReport } from './matcher.ts'

/** Whether the widget says something, as a terminal shows it. */
export function toHaveText({ context, plugin }: Judged, expected: string | RegExp): MatcherResult {
  const text = plugin.text()
  return {
    pass: typeof expected === 'string' ? text.includes(expected) : text.search(expected) >= 0,
    message: () =>
      writeReport(`Expected the widget ${context.isNot ? 'not ' : ''}to say ${context.utils.printExpected(expected)}`, [
        'It says:',
        ...text.split('\n'),
      ]),
  }
}
