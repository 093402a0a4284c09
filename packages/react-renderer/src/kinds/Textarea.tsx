import { lengthOfField } from '@plugboard/contracts/rendering'
import type { ReactElement } from 'react'

import { useDraft } from '../drafts/useDraft.ts'
import { useFault } from '../drafts/useFieldDraft.ts'
import type { NodeProps } from '../nodeProps.ts'
import { useWidget } from '../widgetContext.ts'
import { LabelledField } from './LabelledField.tsx'
import { useFieldParts } from './useFieldParts.tsx'

/** Several lines, host-owned as in an input. Enter is a line, and sends nothing. */
export function Textarea({ node }: NodeProps<'textarea'>): ReactElement {
  const draft = useDraft(node)
  const fault = useFault(useWidget().drafts.field(node))
  const parts = useFieldParts(node, { fault })
  return (
    <LabelledField parts={parts}>
      <textarea
        {...draft}
        {...parts.control}
        className="pui-input pui-textarea"
        rows={node.rows ?? 3}
        autoComplete="off"
        placeholder={node.placeholder}
        readOnly={node.readOnly}
        maxLength={lengthOfField(node)}
      />
    </LabelledField>
  )
}
