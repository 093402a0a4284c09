import { type ReactElement, useId } from 'react'

import { useA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

/** A named part of the widget. A group and not a landmark: ten panels would drown the landmarks of the page. */
export function Panel({ node, children }: NodeProps<'panel'>): ReactElement {
  const a11y = useA11y(node.a11y)
  const titleId = useId()
  const isNamed = node.title !== undefined || node.a11y?.label !== undefined || node.a11y?.description !== undefined
  return (
    <div
      className="pui-panel"
      data-tone={node.tone}
      role={isNamed ? 'group' : undefined}
      aria-labelledby={node.title === undefined || node.a11y?.label !== undefined ? undefined : titleId}
      {...a11y}
    >
      {node.title === undefined ? null : (
        <p className="pui-panel-title" id={titleId}>
          {node.title}
        </p>
      )}
      {children}
    </div>
  )
}
