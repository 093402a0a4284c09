import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import type { Command } from './command.ts'
import { useCommandRegistry } from './commandRegistry.ts'
import { matchCommands, type CommandMatch } from './matchCommands.ts'
import { noteRecent, readRecent } from './recentCommands.ts'

const words = messages.commands

export interface PaletteProps {
  /** What stands in the field at first. */
  readonly query: string
  readonly onClose: () => void
}

/** Everything that the page can do, by name: a text field over a list, as the combobox pattern has it. */
export function Palette({ query: firstQuery, onClose }: PaletteProps): ReactElement {
  const [isOpen, setOpen] = useState(true)
  const chosen = useRef<CommandMatch | null>(null)
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={setOpen}
      onOpenChangeComplete={(isStillOpen) => {
        if (isStillOpen) return
        onClose()
        // Now, not before: the focus is back where it was, and the command may move it on.
        chosen.current?.command.run()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="pal" aria-label={words.palette}>
          <PaletteList
            firstQuery={firstQuery}
            onChoose={(match) => {
              chosen.current = match
              noteRecent(match.command.id)
              setOpen(false)
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface PaletteListProps {
  readonly firstQuery: string
  readonly onChoose: (match: CommandMatch) => void
}

function PaletteList({ firstQuery, onChoose }: PaletteListProps): ReactElement {
  const registry = useCommandRegistry()
  const [query, setQuery] = useState(firstQuery)
  // As they are when the palette opens: a list that changes under the pointer runs the wrong command.
  const [commands, setCommands] = useState<readonly Command[]>([])
  // oxlint-disable-next-line react/set-state-in-effect -- sources ask what must not be asked while drawing, such as effect events
  useLayoutEffect(() => setCommands(registry.list().filter(({ isUnlisted = false }) => !isUnlisted)), [registry])
  const [recent] = useState(readRecent)
  const matches = useMemo(() => matchCommands(commands, query, recent), [commands, query, recent])
  return (
    <Autocomplete.Root
      open
      inline
      autoHighlight="always"
      keepHighlight
      filter={null}
      items={matches}
      itemToStringValue={titleOf}
      value={query}
      onValueChange={(value, { reason }) => {
        // Choosing an item would write its title here.
        if (reason !== 'item-press') setQuery(value)
      }}
    >
      <div className="q">
        <Search size={16} aria-hidden="true" />
        <Autocomplete.Input aria-label={words.open} placeholder={words.open} />
        <Dialog.Close className="kbd" aria-label={words.close}>
          {words.keys.escape}
        </Dialog.Close>
      </div>
      <Autocomplete.Empty className="pal-none">{words.none}</Autocomplete.Empty>
      <Autocomplete.List className="pal-list" aria-label={words.results}>
        {(match: CommandMatch) => (
          <Autocomplete.Item
            key={match.command.id}
            className="pal-item"
            value={match}
            onClick={() => {
              onChoose(match)
            }}
          >
            <CommandLine match={match} />
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
      <div className="ft" aria-hidden="true">
        <span className="row">
          <kbd className="kbd">↑</kbd>
          <kbd className="kbd">↓</kbd>
          {words.move}
        </span>
        <span className="row">
          <kbd className="kbd">↵</kbd>
          {words.run}
        </span>
        <span className="row">
          <kbd className="kbd">{'>'}</kbd>
          {words.commandsOnly}
        </span>
        <span className="row">
          <kbd className="kbd">@</kbd>
          {words.instancesOnly}
        </span>
      </div>
    </Autocomplete.Root>
  )
}

function CommandLine({ match: { command, isRecent, marks } }: { readonly match: CommandMatch }): ReactElement {
  const { hint, icon: Icon, title } = command
  const end = marks.at(-1)?.[1] ?? 0
  return (
    <>
      <Icon size={16} aria-hidden="true" />
      <span className="trunc">
        {marks.map(([from, to], index) => (
          <span key={from}>
            {title.slice(index === 0 ? 0 : marks[index - 1]?.[1], from)}
            <mark>{title.slice(from, to)}</mark>
          </span>
        ))}
        {title.slice(end)}
      </span>
      {hint === undefined ? null : <span className="mut small">{hint}</span>}
      {isRecent ? <span className="mut small pal-recent">{words.recent}</span> : null}
    </>
  )
}

function titleOf({ command }: CommandMatch): string {
  return command.title
}
