import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { Fragment, type ReactElement } from 'react'

import type { ActionMenuProps, MenuEntry } from './ActionMenu.tsx'

/** The menu of a button that was pressed: open at first, and from then on as it is opened and closed. */
export function OpenedMenu({
  align = 'end',
  children,
  className,
  entries,
  label,
  onOpen,
}: ActionMenuProps): ReactElement {
  const isChoice = entries.every(({ isChosen }) => isChosen !== undefined)
  return (
    <Menu.Root defaultOpen onOpenChange={(isOpen) => (isOpen ? onOpen?.() : undefined)}>
      <Menu.Trigger className={className} aria-label={label}>
        {children}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={4} align={align}>
          <Menu.Popup className="menu">
            {isChoice ? <Choices entries={entries} /> : <Lines entries={entries} />}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

interface EntriesProps {
  readonly entries: readonly MenuEntry[]
}

function Lines({ entries }: EntriesProps): ReactElement[] {
  return entries.map(({ icon, isApart = false, isDangerous = false, note, onChoose, words }, index) => (
    <Fragment key={`${index} ${words}`}>
      {isApart ? <Menu.Separator className="menu-line" /> : null}
      <Menu.Item className={`menu-item ${isDangerous ? 'danger' : ''}`} onClick={onChoose}>
        {icon}
        <span className="trunc">{words}</span>
        {note === undefined ? null : <span className="vh">{note}</span>}
      </Menu.Item>
    </Fragment>
  ))
}

/** One of several, of which one is chosen. */
function Choices({ entries }: EntriesProps): ReactElement {
  return (
    <Menu.RadioGroup
      value={entries.findIndex(({ isChosen }) => isChosen)}
      onValueChange={(index: number) => entries[index]?.onChoose()}
    >
      {entries.map(({ isChosen, words }, index) => (
        <Menu.RadioItem key={words} className="menu-item" value={index} closeOnClick>
          <span className="menu-check">{isChosen ? <Check size={14} aria-hidden="true" /> : null}</span>
          {words}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
