import { Search } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { shellActions } from '../shell/shellSlice.ts'
import { useAppDispatch } from '../workspace/hooks.ts'
import { isMacKeyboard, labelsOf, SHORTCUTS } from './shortcuts.ts'

const words = messages.commands

/** Looks like the palette's field, and opens it. */
export function PaletteField(): ReactElement {
  const dispatch = useAppDispatch()
  const keys = SHORTCUTS.filter(({ command }) => command === 'palette.open').flatMap((shortcut) =>
    labelsOf(shortcut, isMacKeyboard()),
  )
  return (
    <button
      type="button"
      className="field quiet cmd top-wide"
      aria-haspopup="dialog"
      aria-label={words.open}
      onClick={() => dispatch(shellActions.dialogOpened({ kind: 'palette', query: '' }))}
    >
      <Search size={14} aria-hidden="true" />
      <span className="grow trunc cmd-words">{words.open}</span>
      <kbd className="kbd">{keys.join(' ')}</kbd>
    </button>
  )
}
