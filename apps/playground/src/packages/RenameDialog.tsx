import { Dialog } from '@base-ui/react/dialog'
import { useId, useState, type ReactElement } from 'react'

import type { PackageEntry } from '../host/packageCatalog.ts'
import { messages } from '../messages/index.ts'
import { useProjectCommands } from '../projects/projectCommands.ts'

const words = messages.packages

export interface RenameDialogProps {
  readonly entry: PackageEntry
  readonly onClose: () => void
}

/** Gives a plugin of one's own another name. Its id stays. */
export function RenameDialog({ entry, onClose }: RenameDialogProps): ReactElement {
  const { packageId, title } = entry
  const commands = useProjectCommands()
  const [name, setName] = useState(title)
  const id = useId()
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="dlg">
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (name.trim() !== '') void commands.rename(packageId, name.trim())
              onClose()
            }}
          >
            <div className="in">
              <Dialog.Title>{words.renameTitle(title)}</Dialog.Title>
              <label className="stack" htmlFor={id}>
                <span className="lbl">{words.name}</span>
                <span className="field">
                  <input id={id} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
                </span>
              </label>
            </div>
            <div className="dft">
              <Dialog.Close className="btn">{words.cancel}</Dialog.Close>
              <button type="submit" className="btn pri">
                {words.rename}
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
