import { createElement, type ReactElement } from 'react'

import { useA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'
import { useWidget } from '../widgetContext.ts'

/** The host's level plus the node's own, so that a plugin never breaks the outline of the page. */
export function Heading({ node }: NodeProps<'heading'>): ReactElement {
  const { headingLevel } = useWidget()
  const level = node.level ?? 1
  const a11y = useA11y(node.a11y)
  return createElement(
    `h${Math.min(6, headingLevel + level)}`,
    { className: 'pui-heading', 'data-level': level, ...a11y },
    node.text,
  )
}
