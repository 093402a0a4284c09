import type { ReactElement } from 'react'

import { useGroupA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'
import { IconMark } from './IconMark.tsx'
import { ToneMark } from './ToneMark.tsx'

/** The mark of its tone stays beside an icon: the icon is the plugin's choice, and may say something else. */
export function Badge({ node }: NodeProps<'badge'>): ReactElement {
  const a11y = useGroupA11y(node.a11y)
  return (
    <span className="pui-badge" data-tone={node.tone} {...a11y}>
      <ToneMark tone={node.tone} />
      {node.icon === undefined ? null : <IconMark name={node.icon} />}
      {node.text}
    </span>
  )
}
