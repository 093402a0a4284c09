import { CircleHelp, Keyboard, Shapes } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'
import { useAppDispatch } from '../workspace/hooks.ts'
import { goTo } from './goTo.ts'
import { shellActions } from './shellSlice.ts'

const words = messages.shell

/** Where to look when one does not know how. */
export function HelpMenu(): ReactElement {
  const dispatch = useAppDispatch()
  return (
    <ActionMenu
      className="btn ghost sq"
      label={words.help}
      entries={[
        {
          words: words.helpShortcuts,
          icon: <Keyboard size={14} aria-hidden="true" />,
          onChoose: () => dispatch(shellActions.dialogOpened({ kind: 'shortcuts' })),
        },
        {
          words: words.helpGallery,
          icon: <Shapes size={14} aria-hidden="true" />,
          onChoose: () => {
            goTo({ page: 'gallery' })
          },
        },
      ]}
    >
      <CircleHelp size={16} aria-hidden="true" />
    </ActionMenu>
  )
}
