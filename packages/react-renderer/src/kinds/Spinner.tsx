import { use, type ReactElement } from 'react'

import { useA11y } from '../a11yProps.ts'
import { QuietContext } from '../Announcer.tsx'
import type { NodeProps } from '../nodeProps.ts'

/** Seen after a moment (the style sheet says when): what is done at once does not flash. Announced as often as an alert may be. */
export function Spinner({ node }: NodeProps<'spinner'>): ReactElement {
  const isQuiet = use(QuietContext)
  const a11y = useA11y(node.a11y)
  return (
    <div className="pui-spinner" role="status" data-size={node.size} {...a11y} aria-live={isQuiet ? 'off' : undefined}>
      <span className="pui-spinner-wheel" aria-hidden="true" />
      <span>{node.label}</span>
    </div>
  )
}
