import { Dialog } from '@base-ui/react/dialog'
import { EventDetail, useDevtools, useDevtoolsState } from '@plugboard/devtools'
import { X } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'

const words = messages.shell

/** On a phone: the chosen event in full, over the timeline. Escape closes it, and the focus goes back to its row. */
export function EventSheet(): ReactElement | null {
  const devtools = useDevtools()
  const seq = useDevtoolsState((state) => state.selectedSeq)
  if (seq === null) return null
  return (
    <Dialog.Root open onOpenChange={(isOpen) => (isOpen ? undefined : devtools.selectEvent(null))}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="sheet" aria-label={words.event}>
          <span className="grab" aria-hidden="true" />
          <Dialog.Close className="btn ghost sq sheet-close" aria-label={words.close}>
            <X size={16} aria-hidden="true" />
          </Dialog.Close>
          <EventDetail seq={seq} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
