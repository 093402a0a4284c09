import type { ReactElement } from 'react'

import { a11yProps } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'
import { pressEvent } from '../pressEvent.ts'

export function ButtonView({ node, emit }: NodeProps<'button'>): ReactElement {
  const { label, variant, disabled = false, busy = false, onPress } = node
  return (
    <button
      type="button"
      className="pui-button"
      data-variant={variant}
      disabled={disabled}
      aria-busy={busy || undefined}
      onClick={() => {
        if (onPress !== undefined && !busy) emit(onPress.handler, pressEvent(onPress, node.key))
      }}
      {...a11yProps(node.a11y)}
    >
      {label}
    </button>
  )
}
