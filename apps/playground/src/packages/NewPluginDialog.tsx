import { Dialog } from '@base-ui/react/dialog'
import { Upload } from 'lucide-react'
import { useId, useState, type DragEvent, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useCommands } from '../workspace/commands.ts'

const words = messages.newPlugin

export interface NewPluginDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

const SAMPLE = `definePlugin(({ ui }) => ({
  id: 'hello',
  title: 'Hello',
  initialState: { presses: 0 },
  widgets: {
    main: {
      render({ pluginState }) {
        return ui.column([
          ui.stat('Presses', pluginState.presses),
          ui.button('Press me', { variant: 'primary', onPress: 'press' }),
        ])
      },
      handlers: {
        press(ctx) {
          ctx.dispatchPluginAction('state/merge', { presses: ctx.pluginState.presses + 1 })
        },
      },
    },
  },
}))
`

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
  const commands = useCommands()
  const [name, setName] = useState<string>(words.defaultName)
  const [code, setCode] = useState(SAMPLE)
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
  const run = (): void => {
    onDone()
    void commands.addCustom({ name: name.trim() === '' ? words.defaultName : name.trim(), code })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        run()
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
        <button type="submit" className="btn pri">
          {words.run}
        </button>
      </div>
    </form>
  )
}
