import type { ReactElement } from 'react'

import type { NodeProps } from '../nodeProps.ts'
import { Placeholder } from './Placeholder.tsx'

export function Invalid({ node }: NodeProps<'invalid-node'>): ReactElement {
  return <Placeholder message={`${node.path}: ${node.message}`} />
}
