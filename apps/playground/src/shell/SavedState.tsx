import { Check, CloudOff, LoaderCircle } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useSavedView } from '../workspace/savedWorkspaceContext.ts'

const ICONS = {
  opening: LoaderCircle,
  saving: LoaderCircle,
  saved: Check,
  failed: CloudOff,
  'read-only': CloudOff,
} as const

/** Whether what happens here is kept in this browser. */
export function SavedState(): ReactElement {
  const { state } = useSavedView()
  const Icon = ICONS[state]
  return (
    <span className="row mut small top-saved">
      <Icon size={12} aria-hidden="true" />
      {messages.saved.state[state]}
    </span>
  )
}
