import type { ButtonConfirmation, ButtonNode } from '@plugboard/contracts'
import { type ReactElement, useRef } from 'react'

import { DialogFrame } from './DialogFrame.tsx'

export interface QuestionProps {
  readonly confirm: ButtonConfirmation
  readonly variant: ButtonNode['variant']
  readonly onAnswer: (isConfirmed: boolean) => void
}

/** The host's question before something is sent, in the plugin's words and marked as such. */
export function Question({ confirm, variant, onAnswer }: QuestionProps): ReactElement {
  const first = useRef<HTMLButtonElement>(null)
  const refuse = (): void => onAnswer(false)
  return (
    <DialogFrame
      title={confirm.title}
      size="sm"
      question={{ first }}
      onClose={refuse}
      footer={
        <>
          <button ref={first} type="button" className="pui-button" onClick={refuse}>
            Cancel
          </button>
          <button
            type="button"
            className="pui-button"
            data-variant={variant === 'danger' ? 'danger' : 'primary'}
            // The second half of a double click was meant for what was here before.
            onClick={({ detail }) => {
              if (detail <= 1) onAnswer(true)
            }}
          >
            {confirm.confirmLabel}
          </button>
        </>
      }
    >
      {confirm.text === undefined ? null : <p className="pui-text">{confirm.text}</p>}
    </DialogFrame>
  )
}
