import { Dialog } from '@base-ui/react/dialog'
import { Upload } from 'lucide-react'
import { useId, useState, type DragEvent, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { goTo } from '../shell/goTo.ts'
import { PLUGIN_TEMPLATE } from '../projects/pluginTemplate.ts'
import { useProjectCommands } from '../projects/projectCommands.ts'

const words = messages.newPlugin

export interface NewPluginDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Runs code that somebody pasted or dropped. It gets a VM of its own and no grants at all. */
export function NewPluginDialog({ isOpen, onClose }: NewPluginDialogProps): ReactElement {
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="dlg">
          <NewPluginForm onDone={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function NewPluginForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const commands = useProjectCommands()
  const [name, setName] = useState<string>(words.defaultName)
  const [code, setCode] = useState(PLUGIN_TEMPLATE)
  const [isOver, setOver] = useState(false)
  const nameId = useId()
  const codeId = useId()
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file === undefined) return
    setName(file.name.replace(/\.[a-z]+$/i, ''))
    setCode(await file.text())
  }
  const create = async ({ isRun }: { readonly isRun: boolean }): Promise<void> => {
    onDone()
    const title = name.trim() === '' ? words.defaultName : name.trim()
    const packageId = await commands.create({ title, text: code })
    if (isRun) await commands.run(packageId)
    else goTo({ page: 'split', packageId })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void create({ isRun: true })
      }}
    >
      <div className="in">
        <Dialog.Title>{words.title}</Dialog.Title>
        <Dialog.Description className="sec">{words.text}</Dialog.Description>
        <label className="stack" htmlFor={nameId}>
          <span className="lbl">{words.name}</span>
          <span className="field">
            <input id={nameId} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
          </span>
        </label>
        <label className="stack" htmlFor={codeId}>
          <span className="lbl">{words.code}</span>
          <textarea
            id={codeId}
            className={`codebox ${isOver ? 'over' : ''}`}
            spellCheck={false}
            rows={14}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => void drop(event)}
          />
        </label>
        <p className="mut small row">
          <Upload size={14} aria-hidden="true" /> {words.drop}
        </p>
      </div>
      <div className="dft">
        <Dialog.Close className="btn">{words.cancel}</Dialog.Close>
        <button type="button" className="btn" onClick={() => void create({ isRun: false })}>
          {words.openInEditor}
        </button>
        <button type="submit" className="btn pri">
          {words.run}
        </button>
      </div>
    </form>
  )
}
