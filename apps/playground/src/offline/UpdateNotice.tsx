import { RotateCcw, X } from 'lucide-react'
import { useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useAppDispatch } from '../workspace/hooks.ts'
import { useSavedWorkspace } from '../workspace/savedWorkspaceContext.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import { offlineState, useOffline } from './useOffline.ts'

const words = messages.offline

/** Says, quietly, that a newer version is there. It is taken when the person says so. */
export function UpdateNotice(): ReactElement | null {
  const saved = useSavedWorkspace()
  const dispatch = useAppDispatch()
  const { hasUpdate } = useOffline()
  const [isLater, setLater] = useState(false)
  if (!hasUpdate || isLater) return null
  const update = async (): Promise<void> => {
    try {
      // A reload would lose what is not saved.
      await saved.flush()
    } catch (error) {
      dispatch(workspaceActions.refusalShown(error instanceof Error ? error.message : messages.workspaces.failed))
      return
    }
    await offlineState.update()
    location.reload()
  }
  return (
    <section className="update-notice" aria-label={words.region}>
      <p className="grow" role="status">
        {words.update}
      </p>
      <button type="button" className="btn" onClick={() => void update()}>
        <RotateCcw size={14} aria-hidden="true" />
        {words.reload}
      </button>
      <button type="button" className="btn ghost sq" aria-label={words.later} onClick={() => setLater(true)}>
        <X size={14} aria-hidden="true" />
      </button>
    </section>
  )
}
