import type { ReactElement, ReactNode } from 'react'

export interface PillProps {
  readonly tone: 'ok' | 'warn' | 'err' | 'mute' | 'acc'
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A state in a word, with an icon: never told by colour alone. */
export function Pill({ children, icon, tone }: PillProps): ReactElement {
  return (
    <span className={`pbd-pill pbd-${tone}`}>
      {icon}
      {children}
    </span>
  )
}
