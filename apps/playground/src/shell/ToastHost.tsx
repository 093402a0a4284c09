import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useEffect, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useAppDispatch } from '../workspace/hooks.ts'
import { useUndoOffers } from '../workspace/undoOffers.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'

const words = messages.undo

/** How long an offer stands, in milliseconds; it waits while it is looked at. The palette has the last one for longer. */
const SHOWN_MS = 10_000

/**
 * What was done, and the way back. The focus stays where it is: F6 leads here. Base UI's toasts and not another library's:
 * they come with the menus and dialogs, wait under the pointer and the focus, and give the focus back.
 */
export function ToastHost(): ReactElement {
  return (
    <Toast.Provider timeout={SHOWN_MS} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="toasts" role="status" aria-label={words.region}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList(): ReactElement {
  const { add, close, toasts } = Toast.useToastManager()
  const offers = useUndoOffers()
  const dispatch = useAppDispatch()
  useEffect(
    () =>
      offers.subscribe((offer) => {
        const id = add({
          title: offer.text,
          actionProps: {
            children: words.undo,
            onClick: () => {
              close(id)
              offers.take(offer).catch((error: unknown) => {
                dispatch(workspaceActions.refusalShown(error instanceof Error ? error.message : words.failed))
              })
            },
          },
        })
      }),
    [add, close, dispatch, offers],
  )
  return (
    <>
      {toasts.map((toast) => (
        <Toast.Root key={toast.id} toast={toast} className="toast">
          <Toast.Title className="grow" render={<p />} />
          <Toast.Action className="btn" />
          <Toast.Close className="btn ghost sq" aria-label={words.dismiss}>
            <X size={16} aria-hidden="true" />
          </Toast.Close>
        </Toast.Root>
      ))}
    </>
  )
}
