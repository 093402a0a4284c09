import { Share2 } from 'lucide-react'
import { lazy, Suspense, useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'

const ShareDialog = lazy(async () => ({ default: (await import('./ShareDialog.tsx')).ShareDialog }))

/** Opens the dialog that makes a link of the open workspace. A phone has it in the menu of workspaces. */
export function ShareButton(): ReactElement {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="btn share-button" onClick={() => setOpen(true)}>
        <Share2 size={14} aria-hidden="true" />
        {messages.workspaces.share}
      </button>
      {isOpen ? (
        <Suspense>
          <ShareDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
