import { Keyboard, LayoutGrid, Pause, Play, Rows3, Shapes, Trash2, type LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'

import { changeCards } from '../commands/viewCommands.ts'
import { messages } from '../messages/index.ts'
import { chooseTheme, THEMES, useTheme } from '../ui/theme.ts'
import { useCommands } from '../workspace/commands.ts'
import { useAppDispatch, useAppSelector, useHost, useInstances } from '../workspace/hooks.ts'
import { useDeskView } from '../workspaces/deskContext.ts'
import { goTo } from './goTo.ts'
import { SavedState } from './SavedState.tsx'
import { shellActions } from './shellSlice.ts'

const words = messages.shell

/** What a phone has no room for in its bar. */
export function MoreView(): ReactElement {
  const dispatch = useAppDispatch()
  const host = useHost()
  const commands = useCommands()
  const instances = useInstances()
  const cards = useAppSelector((state) => state.shell.cards)
  const isPaused = instances.length > 0 && instances.every(({ enabled }) => !enabled)
  const otherCards = cards === 'grid' ? 'list' : 'grid'
  return (
    <section className="more" aria-labelledby="more-title" tabIndex={-1}>
      <h1 id="more-title">{words.tabs.more}</h1>
      <p className="row sec">
        {useDeskView().current?.name ?? messages.workspaces.first}
        <SavedState />
      </p>
      <ThemeChoice />
      <ul>
        <Entry
          icon={isPaused ? Play : Pause}
          isDisabled={instances.length === 0}
          onChoose={() => {
            for (const { instanceId } of instances) host.setEnabled(instanceId, isPaused)
          }}
        >
          {isPaused ? messages.commands.resumeAll : messages.commands.pauseAll}
        </Entry>
        <Entry
          icon={otherCards === 'grid' ? LayoutGrid : Rows3}
          onChoose={() => {
            changeCards(otherCards, dispatch)
          }}
        >
          {messages.commands.cards[otherCards]}
        </Entry>
        <Entry icon={Keyboard} onChoose={() => dispatch(shellActions.dialogOpened({ kind: 'shortcuts' }))}>
          {words.helpShortcuts}
        </Entry>
        <Entry
          icon={Shapes}
          onChoose={() => {
            goTo({ page: 'gallery' })
          }}
        >
          {words.helpGallery}
        </Entry>
        <Entry icon={Trash2} isDisabled={instances.length === 0} onChoose={() => void commands.removeAll()}>
          {messages.commands.removeAll}
        </Entry>
      </ul>
    </section>
  )
}

function ThemeChoice(): ReactElement {
  const theme = useTheme()
  return (
    <div className="seg" role="group" aria-label={words.theme}>
      {THEMES.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === theme}
          onClick={() => {
            chooseTheme(choice)
          }}
        >
          {words.themes[choice]}
        </button>
      ))}
    </div>
  )
}

interface EntryProps {
  readonly icon: LucideIcon
  readonly isDisabled?: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

function Entry({ icon: Icon, isDisabled = false, onChoose, children }: EntryProps): ReactElement {
  return (
    <li>
      <button type="button" className="more-entry" disabled={isDisabled} onClick={onChoose}>
        <Icon size={20} aria-hidden="true" />
        {children}
      </button>
    </li>
  )
}
