import { createElement, useId, type ReactElement } from 'react'

import { a11yProps } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'
import { usePluginContext } from '../pluginContext.ts'

export function PanelView({ node, renderNode }: NodeProps<'panel'>): ReactElement {
  const { headingLevel } = usePluginContext()
  const id = useId()
  return (
    <section
      className="pui-panel"
      data-tone={node.tone}
      aria-labelledby={node.title === undefined || node.a11y?.label !== undefined ? undefined : id}
      {...a11yProps(node.a11y)}
    >
      {node.title === undefined
        ? null
        : createElement(`h${Math.min(6, headingLevel)}`, { id, className: 'pui-panel-title' }, node.title)}
      {node.children.map(renderNode)}
    </section>
  )
}
