import { Plus, Search } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useAppDispatch } from '../workspace/hooks.ts'
import { shellActions } from './shellSlice.ts'

const words = messages.commands

/** What a phone has in its bar: search, and add. */
export function PhoneActions(): ReactElement {
  const dispatch = useAppDispatch()
  const open = (query: string): void => {
    dispatch(shellActions.dialogOpened({ kind: 'palette', query }))
  }
  return (
    <span className="row top-phone">
      <button
        type="button"
        className="btn ghost sq"
        aria-label={words.open}
        onClick={() => {
          open('')
        }}
      >
        <Search size={20} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="btn ghost sq"
        aria-label={words.shortcut['palette.add']}
        onClick={() => {
          open(words.addQuery)
        }}
      >
        <Plus size={20} aria-hidden="true" />
      </button>
    </span>
  )
}
