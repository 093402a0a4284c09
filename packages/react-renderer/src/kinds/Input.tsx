import type { InputNode } from '@plugboard/contracts'
import { lengthOfField, parseNumberText, stepNumberText } from '@plugboard/contracts/rendering'
import type { InputHTMLAttributes, KeyboardEvent, ReactElement } from 'react'

import type { DraftField } from '../drafts/draftField.ts'
import { useDraft } from '../drafts/useDraft.ts'
import { useFault } from '../drafts/useFieldDraft.ts'
import type { NodeProps } from '../nodeProps.ts'
import { useWidget } from '../widgetContext.ts'
import { LabelledField } from './LabelledField.tsx'
import { useFieldParts } from './useFieldParts.tsx'

/** A field whose text is the host's draft, so that no answer of a slow plugin can eat what was typed. */
export function Input({ node }: NodeProps<'input'>): ReactElement {
  const { prefix, suffix } = node
  const draft = useDraft(node)
  const field = useWidget().drafts.field(node)
  const fault = useFault(field)
  const parts = useFieldParts(node, {
    fault,
    besides: [...(prefix === undefined ? [] : ['prefix']), ...(suffix === undefined ? [] : ['suffix'])],
  })
  const { id } = parts.control
  const input = (
    <input
      {...draft}
      {...parts.control}
      {...typeProps(node.type)}
      {...(node.type === 'number' ? spinProps(node, draft.value) : {})}
      className="pui-input"
      placeholder={node.placeholder}
      readOnly={node.readOnly}
      maxLength={lengthOfField(node)}
      onKeyDown={(event) => {
        draft.onKeyDown(event)
        if (node.type === 'number') stepByKey(event, node, field)
      }}
    />
  )
  return (
    <LabelledField parts={parts}>
      {prefix === undefined && suffix === undefined ? (
        input
      ) : (
        <div className="pui-affixed">
          {prefix === undefined ? null : <span id={`${id}-prefix`}>{prefix}</span>}
          {input}
          {suffix === undefined ? null : <span id={`${id}-suffix`}>{suffix}</span>}
        </div>
      )}
    </LabelledField>
  )
}

/**
 * Types as the keyboard's business. `number` and `email` stay text for the page: fields of these types have no caret
 * that can be read, and hide from the plugin what was typed while it is not yet a number or an address.
 */
function typeProps(type: InputNode['type'] = 'text'): InputHTMLAttributes<HTMLInputElement> {
  switch (type) {
    case 'text':
      return { type, autoComplete: 'off' }
    case 'number':
      return { type: 'text', inputMode: 'decimal', autoComplete: 'off' }
    case 'email':
      return { type: 'text', inputMode: 'email', autoComplete: 'off', autoCapitalize: 'none', spellCheck: false }
    case 'search':
    case 'tel':
    case 'url':
      return { type, autoComplete: 'off', spellCheck: false }
    case 'password':
      // The host's own saved passwords are not the plugin's: the browser must not fill them in.
      return { type, autoComplete: 'new-password' }
  }
}

/** What a field of the browser's own type would say of itself. */
function spinProps({ max, min }: InputNode, text: string): InputHTMLAttributes<HTMLInputElement> {
  return {
    role: 'spinbutton',
    'aria-valuenow': parseNumberText(text) ?? undefined,
    'aria-valuemin': min,
    'aria-valuemax': max,
  }
}

function stepByKey(event: KeyboardEvent<HTMLInputElement>, node: InputNode, field: DraftField): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
  if (node.readOnly === true) return
  event.preventDefault()
  const { value } = event.currentTarget
  const next = stepNumberText(value, event.key === 'ArrowUp' ? 1 : -1, node)
  if (next !== value) field.change(next)
}
