import { Dialog } from '@base-ui/react/dialog'
import { TriangleAlert } from 'lucide-react'
import { lazy, Suspense, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { ShareError } from '../share/shareError.ts'
import { useDesk } from '../workspaces/deskContext.ts'
import type { ArrivalKind, ArrivalView } from './arrivals.ts'
import { ConsentForm } from './ConsentForm.tsx'

// Most that arrives is a workspace.
const PackageForm = lazy(async () => ({ default: (await import('../imports/PackageForm.tsx')).PackageForm }))

const words = messages.sharing

/** Asks about what came from elsewhere, or says why it was not opened. */
export function ArrivalDialog({ view }: { readonly view: NonNullable<ArrivalView> }): ReactElement {
  const { arrivals } = useDesk()
  return (
    // A stray click beside it is no answer.
    <Dialog.Root open disablePointerDismissal onOpenChange={(open) => (open ? undefined : arrivals.dismiss())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="dlg">
          {view.phase === 'reading' ? <Reading from={view.from} /> : null}
          {view.phase === 'asking' ? <ConsentForm arrival={view.arrival} /> : null}
          {view.phase === 'package' ? (
            <Suspense fallback={<Reading from="package" />}>
              <PackageForm arrived={view.arrived} />
            </Suspense>
          ) : null}
          {view.phase === 'refused' ? <Refused from={view.from} error={view.error} /> : null}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Reading({ from }: { readonly from: ArrivalKind }): ReactElement {
  return (
    <>
      <div className="in">
        <Dialog.Title>{words.reading[from]}</Dialog.Title>
      </div>
      <div className="dft">
        <Dialog.Close className="btn">{words.cancel}</Dialog.Close>
      </div>
    </>
  )
}

function Refused({ error, from }: { readonly from: ArrivalKind; readonly error: unknown }): ReactElement {
  const reason = reasonOf(error, from)
  return (
    <>
      <div className="in">
        <div className="row consent-head">
          <span className="tile t3" aria-hidden="true">
            <TriangleAlert size={18} />
          </span>
          <div>
            <Dialog.Title>{words.refusedTitle[from]}</Dialog.Title>
            <Dialog.Description className="sec">{reason}</Dialog.Description>
          </div>
        </div>
        <p className="sec">{words.nothingChanged}</p>
        {error instanceof Error ? <p className="mut small mono consent-detail">{error.message}</p> : null}
      </div>
      <div className="dft">
        <Dialog.Close className="btn pri">{words.close}</Dialog.Close>
      </div>
    </>
  )
}

function reasonOf(error: unknown, from: ArrivalKind): string {
  if (from === 'package') return words.packageNotRead
  return error instanceof ShareError ? words.refused[error.code][from] : words.refusedOther
}
