import { Dialog } from '@base-ui/react/dialog'
import { useId, useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { NAME_LENGTH, tidyName } from './workspaceEntry.ts'

const words = messages.workspaces

export interface NameDialogProps {
  readonly kind: 'new' | 'rename'
  readonly name: string
  readonly onClose: () => void
  /** The name is tidy. */
  readonly onName: (name: string) => void
}

/** Asks for the name of a workspace. */
export function NameDialog({ kind, name, onClose, onName }: NameDialogProps): ReactElement {
  const [text, setText] = useState(name)
  const id = useId()
  const isNew = kind === 'new'
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="dlg">
          <form
            onSubmit={(event) => {
              event.preventDefault()
              onClose()
              onName(tidyName(text, words.untitled))
            }}
          >
            <div className="in">
              <Dialog.Title>{isNew ? words.newTitle : words.renameTitle}</Dialog.Title>
              <Dialog.Description className="sec">{isNew ? words.newText : words.renameText}</Dialog.Description>
              <label className="stack" htmlFor={id}>
                <span className="lbl">{words.name}</span>
                <span className="field">
                  <input
                    id={id}
                    value={text}
                    maxLength={NAME_LENGTH}
                    onFocus={(event) => event.target.select()}
                    onChange={(event) => setText(event.target.value)}
                  />
                </span>
              </label>
            </div>
            <div className="dft">
              <Dialog.Close className="btn">{words.cancel}</Dialog.Close>
              <button type="submit" className="btn pri">
                {isNew ? words.create : words.save}
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
