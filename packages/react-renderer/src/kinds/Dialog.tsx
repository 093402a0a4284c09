import type { ReactElement } from 'react'

import { DialogFrame } from '../dialogs/DialogFrame.tsx'
import type { NodeProps } from '../nodeProps.ts'

/** Open for as long as the tree says so: whoever closes it only asks. */
export function Dialog({ node, emit, children, renderNode }: NodeProps<'dialog'>): ReactElement | null {
  if (!node.open) return null
  return (
    <DialogFrame
      title={node.title}
      size={node.size}
      a11y={node.a11y}
      onClose={() => emit(node.onClose, { type: 'close' })}
      footer={node.footer === undefined ? undefined : renderNode(node.footer)}
    >
      {children}
    </DialogFrame>
  )
}
