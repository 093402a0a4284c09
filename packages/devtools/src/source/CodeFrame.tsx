import type { ReactElement } from 'react'

import { useMessages } from '../session/context.tsx'
import { displayText } from '../ui/displayText.ts'

export interface CodeFrameProps {
  readonly text: string
  /** From 1. */
  readonly line: number
}

/** Lines that are shown before and after the one that matters. */
const AROUND = 2

/** A few lines of source, with the one that matters marked. */
export function CodeFrame({ line, text }: CodeFrameProps): ReactElement | null {
  const { problems } = useMessages()
  const lines = text.split('\n')
  if (line < 1 || line > lines.length) return null
  const first = Math.max(1, line - AROUND)
  return (
    <div className="pbd-frame" tabIndex={0} role="group" aria-label={problems.frame(line)}>
      {lines.slice(first - 1, line + AROUND).map((words, index) => (
        <div key={first + index} className={`pbd-frame-line ${first + index === line ? 'pbd-hot' : ''}`}>
          <i>{first + index}</i>
          <code>{displayText(words)}</code>
        </div>
      ))}
    </div>
  )
}
