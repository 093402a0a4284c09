import { type ReactElement, useId } from 'react'

import { useA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'
import { FoldingPanel } from './FoldingPanel.tsx'
import { PanelHead } from './PanelHead.tsx'

/** A named part of the widget. A group and not a landmark: ten panels would drown the landmarks of the page. */
export function Panel({ node, children, renderNode }: NodeProps<'panel'>): ReactElement {
  const { actions, collapsible, open, title } = node
  const a11y = useA11y(node.a11y)
  const titleId = useId()
  const hasTitle = title !== undefined || collapsible === true
  const isNamed = hasTitle || node.a11y?.label !== undefined || node.a11y?.description !== undefined
  const shownActions =
    actions === undefined || actions.length === 0 ? null : (
      <div className="pui-panel-actions">{renderNode(actions)}</div>
    )
  return (
    <div
      className="pui-panel"
      data-tone={node.tone}
      role={isNamed ? 'group' : undefined}
      aria-labelledby={hasTitle && node.a11y?.label === undefined ? titleId : undefined}
      {...a11y}
    >
      {collapsible === true ? (
        <FoldingPanel title={title ?? 'Details'} titleId={titleId} open={open} actions={shownActions}>
          {children}
        </FoldingPanel>
      ) : (
        <>
          <PanelHead actions={shownActions}>
            {title === undefined ? null : (
              <p className="pui-panel-title" id={titleId}>
                {title}
              </p>
            )}
          </PanelHead>
          {children}
        </>
      )}
    </div>
  )
}
