import { Eye, Pencil, Terminal, type LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { OnOffSwitch } from '../ui/OnOffSwitch.tsx'
import type { Ask } from './asks.ts'
import { reasonFor } from './reasons.ts'

const words = messages.sharing
const ICONS: Readonly<Record<Ask['verb'], LucideIcon>> = {
  readShared: Eye,
  writeShared: Pencil,
  systemCommand: Terminal,
  component: Terminal,
}

export interface AskListProps {
  readonly asks: readonly Ask[]
  /** Some of them. */
  readonly granted: readonly Ask[]
  readonly onChange: (granted: readonly Ask[]) => void
}

/** What is asked for, each with a switch of its own. */
export function AskList({ asks, granted, onChange }: AskListProps): ReactElement {
  return (
    <div>
      {asks.map((ask) => (
        <AskRow
          key={`${ask.verb} ${ask.name}`}
          ask={ask}
          isGranted={granted.includes(ask)}
          onChange={(isGranted) => onChange(isGranted ? [...granted, ask] : granted.filter((other) => other !== ask))}
        />
      ))}
    </div>
  )
}

interface AskRowProps {
  readonly ask: Ask
  readonly isGranted: boolean
  readonly onChange: (isGranted: boolean) => void
}

function AskRow({ ask, isGranted, onChange }: AskRowProps): ReactElement {
  const Icon = ICONS[ask.verb]
  const verb = words.verbs[ask.verb]
  return (
    <div className="ask">
      <span className="tile t6" aria-hidden="true">
        <Icon size={16} />
      </span>
      <div className="grow">
        <div className="strong">
          {verb} <span className="mono">{ask.name}</span>
        </div>
        <div className="sec small">{reasonFor(ask)}</div>
      </div>
      <OnOffSwitch label={`${verb} ${ask.name}`} checked={isGranted} onChange={onChange} />
    </div>
  )
}
