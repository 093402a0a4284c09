import type { GridNode } from '@plugboard/contracts'
import type { CSSProperties, ReactElement } from 'react'

import { useGroupA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

export function Grid({ node, children }: NodeProps<'grid'>): ReactElement {
  const a11y = useGroupA11y(node.a11y)
  return (
    <div className="pui-grid" data-gap={node.gap} data-min-column={node.minColumn} style={most(node)} {...a11y}>
      {children}
    </div>
  )
}

/** A number that the parser let through; what it means is said in the style sheet. */
function most({ columns }: GridNode): CSSProperties | undefined {
  return columns === undefined ? undefined : ({ '--_columns': columns } as CSSProperties)
}
