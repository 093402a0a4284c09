import { Dialog } from '@base-ui/react/dialog'
import { EventDetail, useDevtools, useDevtoolsState, useTravel } from '@plugboard/devtools'
import { X } from 'lucide-react'
import { useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'

const words = messages.shell

/**
 * On a phone: the chosen event in full, over the timeline. Escape closes it, and the focus goes back to its row. In the past
 * every step chooses an event, so there it opens by a button of its own.
 */
export function EventSheet(): ReactElement | null {
  const devtools = useDevtools()
  const travel = useTravel()
  const seq = useDevtoolsState((state) => state.selectedSeq)
  if (!travel.isLive) return <PastEvent seq={travel.seq} />
  return seq === null ? null : <Sheet seq={seq} onClose={() => devtools.selectEvent(null)} />
}

function PastEvent({ seq }: { readonly seq: number }): ReactElement {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="past-event">
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        {messages.travel.details(seq)}
      </button>
      {isOpen ? <Sheet seq={seq} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function Sheet({ onClose, seq }: { readonly seq: number; readonly onClose: () => void }): ReactElement {
  return (
    <Dialog.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="sheet" aria-label={words.event}>
          <span className="grab" aria-hidden="true" />
          <Dialog.Close className="btn ghost sq sheet-close" aria-label={words.close}>
            <X size={16} aria-hidden="true" />
          </Dialog.Close>
          <div className="pbd-root sheet-body">
            <EventDetail seq={seq} />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
