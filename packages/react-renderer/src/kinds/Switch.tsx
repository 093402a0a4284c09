import type { ReactElement } from 'react'

import type { NodeProps } from '../nodeProps.ts'
import { Tickable } from './Tickable.tsx'

export function Switch({ node }: NodeProps<'switch'>): ReactElement {
  return <Tickable node={node} isSwitch />
}
