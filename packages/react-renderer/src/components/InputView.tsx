import { useId, useRef, type ReactElement } from 'react'

import { useDraft } from '../drafts/useDraft.ts'
import type { NodeProps } from '../nodeProps.ts'

/** A field whose text is the host's draft: see `Draft`. */
export function InputView({ node }: NodeProps<'input'>): ReactElement {
  const field = useRef<HTMLInputElement>(null)
  const { draft, text } = useDraft(node, field)
  // Made here: a plugin cannot name an element of the page.
  const id = useId()
  const notify = node.notify ?? 'pause'
  const described = [node.help === undefined ? null : `${id}-help`, node.error === undefined ? null : `${id}-error`]
  const describedBy = described.filter((part) => part !== null).join(' ')
  return (
    <div className="pui-input">
      <label htmlFor={id} className={node.hideLabel === true ? 'pui-visually-hidden' : undefined}>
        {node.label}
        {node.required === true ? <span aria-hidden="true"> *</span> : null}
      </label>
      <input
        ref={field}
        id={id}
        type={node.type ?? 'text'}
        value={text}
        placeholder={node.placeholder}
        required={node.required}
        disabled={node.disabled}
        readOnly={node.readOnly}
        maxLength={node.maxLength}
        autoComplete="off"
        aria-label={node.a11y?.label}
        aria-description={node.a11y?.description}
        aria-invalid={node.error === undefined ? undefined : true}
        aria-describedby={describedBy === '' ? undefined : describedBy}
        onChange={(event) => {
          draft.type(event.target.value, notify)
        }}
        onCompositionStart={() => {
          draft.startComposing()
        }}
        onCompositionEnd={(event) => {
          draft.endComposing(event.currentTarget.value, notify)
        }}
        onBlur={() => {
          draft.commit()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) draft.commit()
        }}
      />
      {node.help === undefined ? null : (
        <small id={`${id}-help`} className="pui-help">
          {node.help}
        </small>
      )}
      {node.error === undefined ? null : (
        <small id={`${id}-error`} className="pui-error">
          {node.error}
        </small>
      )}
    </div>
  )
}
