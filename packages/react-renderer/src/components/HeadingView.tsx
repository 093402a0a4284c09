import { createElement, type ReactElement } from 'react'

import { a11yProps } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'
import { usePluginContext } from '../pluginContext.ts'

/** The host's base level plus the node's own: a plugin never breaks the outline of the page. */
export function HeadingView({ node }: NodeProps<'heading'>): ReactElement {
  const { headingLevel } = usePluginContext()
  const level = node.level ?? 1
  return createElement(
    `h${Math.min(6, headingLevel + level - 1)}`,
    { className: 'pui-heading', 'data-level': level, ...a11yProps(node.a11y) },
    node.text,
  )
}
