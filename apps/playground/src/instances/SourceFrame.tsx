import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { showMarks } from '../ui/showMarks.ts'

const words = messages.instances

/** A line of a plugin's source, between those around it. Null where there is no such line. */
export function SourceFrame({ code, line }: { readonly code: string; readonly line: number }): ReactElement | null {
  const lines = code.split('\n')
  if (line < 1 || line > lines.length) return null
  const first = Math.max(1, line - 1)
  return (
    <div className="frame" role="group" aria-label={words.sourceNear(line)}>
      {lines.slice(first - 1, line + 1).map((text, index) => (
        <div key={first + index} className={`ln ${first + index === line ? 'hot' : ''}`}>
          <i>{first + index}</i>
          <span>{showMarks(text)}</span>
        </div>
      ))}
    </div>
  )
}
