import type { Tone } from '@plugboard/contracts'
import type { ReactElement, ReactNode } from 'react'

export interface StatusNoteProps {
  readonly tone: Tone
  readonly title: string
  readonly children?: ReactNode
}

/** The host's own word beside a widget's tree. */
export function StatusNote({ tone, title, children }: StatusNoteProps): ReactElement {
  return (
    // An <output> is the answer to a form; this is news.
    <div className="pui-note" data-tone={tone} role="status">
      <p className="pui-note-title">{title}</p>
      {children}
    </div>
  )
}
