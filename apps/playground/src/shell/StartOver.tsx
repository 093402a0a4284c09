import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'

const words = messages.saved

export interface StartOverProps {
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** Asks whether all may be deleted. */
export function StartOver({ onClose, onConfirm }: StartOverProps): ReactElement {
  return (
    <AlertDialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="scrim" />
        <AlertDialog.Popup className="dlg">
          <div className="in">
            <AlertDialog.Title>{words.startOverTitle}</AlertDialog.Title>
            <AlertDialog.Description className="sec">{words.startOverText}</AlertDialog.Description>
          </div>
          <div className="dft">
            <AlertDialog.Close className="btn">{words.keep}</AlertDialog.Close>
            <button type="button" className="btn pri" onClick={onConfirm}>
              {words.deleteAndStartOver}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
