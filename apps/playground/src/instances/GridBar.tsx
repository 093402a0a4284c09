import { LayoutGrid, Pause, Play, Rows3 } from 'lucide-react'
import type { ReactElement } from 'react'

import { changeCards } from '../commands/viewCommands.ts'
import { messages } from '../messages/index.ts'
import { CARD_LAYOUTS } from '../shell/shellSlice.ts'
import { useAppDispatch, useAppSelector, useHost, useInstances } from '../workspace/hooks.ts'
import { AddInstanceMenu } from './AddInstanceMenu.tsx'

const words = messages.instances

const LAYOUT_ICONS = { grid: LayoutGrid, list: Rows3 } as const

/** How many there are, and what can be done to all of them. */
export function GridBar(): ReactElement {
  const count = useInstances().length
  return (
    <div className="bar">
      <h1>{words.title}</h1>
      <span className="mut num">{count}</span>
      <span className="grow" />
      <PauseAll />
      <LayoutSwitch />
      <AddInstanceMenu />
    </div>
  )
}

function PauseAll(): ReactElement {
  const host = useHost()
  const instances = useInstances()
  const isPaused = instances.length > 0 && instances.every(({ enabled }) => !enabled)
  const change = (): void => {
    for (const { instanceId } of instances) host.setEnabled(instanceId, isPaused)
  }
  return (
    <button type="button" className="btn ghost" onClick={change} disabled={instances.length === 0}>
      {isPaused ? <Play size={16} aria-hidden="true" /> : <Pause size={16} aria-hidden="true" />}
      {isPaused ? words.resumeAll : words.pauseAll}
    </button>
  )
}

function LayoutSwitch(): ReactElement {
  const dispatch = useAppDispatch()
  const current = useAppSelector((state) => state.shell.cards)
  return (
    <div className="seg icons" role="group" aria-label={words.layout}>
      {CARD_LAYOUTS.map((layout) => {
        const Icon = LAYOUT_ICONS[layout]
        return (
          <button
            key={layout}
            type="button"
            aria-label={words.layouts[layout]}
            aria-pressed={layout === current}
            onClick={() => {
              changeCards(layout, dispatch)
            }}
          >
            <Icon size={14} aria-hidden="true" />
          </button>
        )
      })}
    </div>
  )
}
