import { type ReactElement, use } from 'react'

import { useGroupA11y } from '../a11yProps.ts'
import { CustomView } from '../custom/CustomView.tsx'
import { DiagnosedPlaceholder } from '../custom/DiagnosedPlaceholder.tsx'
import { isGranted } from '../custom/drawnNodes.ts'
import type { NodeProps } from '../nodeProps.ts'
import { GrantedContext, useWidget } from '../widgetContext.ts'

/** A component of the host's own, where there is one and the instance may use it; what the plugin offers instead, where not. */
export function Custom({ node, emit, renderNode }: NodeProps<'custom'>): ReactElement {
  const { custom } = useWidget()
  const granted = use(GrantedContext)
  const a11y = useGroupA11y(node.a11y)
  const definition = custom.get(node.component)
  return (
    <div className="pui-custom" {...a11y}>
      {definition !== undefined && isGranted(definition, granted) ? (
        // Another name is another component, even where one React component draws both.
        <CustomView key={definition.name} definition={definition} node={node} emit={emit} renderNode={renderNode} />
      ) : node.fallback !== undefined ? (
        renderNode(node.fallback)
      ) : definition === undefined ? (
        <DiagnosedPlaceholder
          code="unknown-component"
          component={node.component}
          message={unknownMessage([...custom.keys()])}
        />
      ) : (
        <DiagnosedPlaceholder
          code="not-granted"
          component={node.component}
          message="This plugin may not use this component."
        />
      )}
    </div>
  )
}

/** Names that a message lists. */
const MOST_NAMES = 5

function unknownMessage(names: readonly string[]): string {
  const listed = names.slice(0, MOST_NAMES).join(', ')
  return `This page has no such component.${listed === '' ? '' : ` It has ${listed}${names.length > MOST_NAMES ? ', …' : ''}.`}`
}
