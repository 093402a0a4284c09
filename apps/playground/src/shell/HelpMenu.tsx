import { Menu } from '@base-ui/react/menu'
import { CircleHelp, Keyboard, Shapes } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useAppDispatch } from '../workspace/hooks.ts'
import { goTo } from './goTo.ts'
import { shellActions } from './shellSlice.ts'

const words = messages.shell

/** Where to look when one does not know how. */
export function HelpMenu(): ReactElement {
  const dispatch = useAppDispatch()
  return (
    <Menu.Root>
      <Menu.Trigger className="btn ghost sq" aria-label={words.help}>
        <CircleHelp size={16} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={4} align="end">
          <Menu.Popup className="menu">
            <Menu.Item className="menu-item" onClick={() => dispatch(shellActions.dialogOpened({ kind: 'shortcuts' }))}>
              <Keyboard size={14} aria-hidden="true" />
              {words.helpShortcuts}
            </Menu.Item>
            <Menu.Item
              className="menu-item"
              onClick={() => {
                goTo({ page: 'gallery' })
              }}
            >
              <Shapes size={14} aria-hidden="true" />
              {words.helpGallery}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
