import type { ReactElement } from 'react'

import type { NodeProps } from '../nodeProps.ts'
import { Tickable } from './Tickable.tsx'

export function Checkbox({ node }: NodeProps<'checkbox'>): ReactElement {
  return <Tickable node={node} />
}
