import type { ReactElement } from 'react'

import { useA11y } from '../a11yProps.ts'
import { IconMark } from './IconMark.tsx'
import type { NodeProps } from '../nodeProps.ts'

/** Decoration, unless it has a label. */
export function Icon({ node }: NodeProps<'icon'>): ReactElement {
  const a11y = useA11y(node.a11y)
  const label = node.a11y?.label ?? node.label
  return (
    <span
      className="pui-icon"
      data-size={node.size}
      data-tone={node.tone}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', ...a11y, 'aria-label': label })}
    >
      <IconMark name={node.name} />
    </span>
  )
}
