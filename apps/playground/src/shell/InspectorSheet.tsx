import { Dialog } from '@base-ui/react/dialog'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { PHONE, useMediaQuery } from '../ui/useMediaQuery.ts'
import { SelectedInspector } from '../workspace/SelectedInspector.tsx'
import { useAppDispatch } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'

/**
 * The inspector over the page: on a phone a sheet that nothing else is used beside, on wider screens a drawer next to
 * which the cards go on. Escape closes it, and the focus goes back to what opened it.
 */
export function InspectorSheet(): ReactElement {
  const dispatch = useAppDispatch()
  const isPhone = useMediaQuery(PHONE)
  return (
    <Dialog.Root
      open
      modal={isPhone}
      disablePointerDismissal={!isPhone}
      onOpenChange={(isOpen) => (isOpen ? undefined : dispatch(workspaceActions.inspectorClosed()))}
    >
      <Dialog.Portal>
        {isPhone ? <Dialog.Backdrop className="scrim" /> : null}
        <Dialog.Popup className={isPhone ? 'sheet' : 'drawer'} aria-label={messages.shell.inspector}>
          {isPhone ? <span className="grab" aria-hidden="true" /> : null}
          <SelectedInspector />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
