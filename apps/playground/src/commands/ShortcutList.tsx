import { Dialog } from '@base-ui/react/dialog'
import { Switch } from '@base-ui/react/switch'
import { useId, useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { isMacKeyboard, labelsOf, SHORTCUTS } from './shortcuts.ts'
import { singleKeys } from './useShortcuts.ts'

const words = messages.commands

/** Every shortcut of the page, and the way to turn those of a single key off. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [isOpen, setOpen] = useState(true)
  const [isOn, setOn] = useState(singleKeys.read() === 'on')
  const switchId = useId()
  const isMac = isMacKeyboard()
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={setOpen}
      onOpenChangeComplete={(isStillOpen) => (isStillOpen ? undefined : onClose())}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="dlg narrow">
          <div className="in">
            <Dialog.Title>{words.listTitle}</Dialog.Title>
            <Dialog.Description className="sec">{words.listText}</Dialog.Description>
            <div className="row">
              <label className="grow" htmlFor={switchId}>
                {words.singleKeys}
              </label>
              <Switch.Root
                id={switchId}
                className="sw"
                checked={isOn}
                onCheckedChange={(isChecked) => {
                  setOn(isChecked)
                  singleKeys.write(isChecked ? 'on' : 'off')
                }}
              />
            </div>
            <dl className="keys">
              {SHORTCUTS.map((shortcut) => (
                <div key={shortcut.command}>
                  <dt>{words.shortcut[shortcut.command]}</dt>
                  <dd>
                    {labelsOf(shortcut, isMac).map((label) => (
                      <kbd key={label} className="kbd">
                        {label}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
          <div className="dft">
            <Dialog.Close className="btn">{words.close}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
