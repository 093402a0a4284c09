import type { ReactElement } from 'react'

import { useA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

export function Divider({ node }: NodeProps<'divider'>): ReactElement {
  const a11y = useA11y(node.a11y)
  return <hr className="pui-divider" {...a11y} />
}
