import type { ReactElement } from 'react'

import { useA11y } from '../a11yProps.ts'
import { controlName } from '../controlName.ts'
import type { NodeProps } from '../nodeProps.ts'

export function Button({ node, emit }: NodeProps<'button'>): ReactElement {
  const a11y = useA11y(node.a11y)
  const isBusy = node.busy === true
  return (
    <button
      // Never `submit`: the host may have a form around the widget.
      type="button"
      className="pui-button"
      data-variant={node.variant}
      disabled={node.disabled}
      // Busy and not disabled: the focus stays where it is while the work is under way.
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={() => {
        if (!isBusy) emit(node.onPress, { type: 'press', ...(node.key === undefined ? {} : { key: node.key }) })
      }}
      {...a11y}
      aria-label={controlName(node.label, node.a11y?.label)}
    >
      {node.label}
    </button>
  )
}
