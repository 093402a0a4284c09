import type { InputNode } from '@plugboard/contracts'
import { type InputHTMLAttributes, type ReactElement, useId } from 'react'

import { useA11y } from '../a11yProps.ts'
import { controlName } from '../controlName.ts'
import { useDraft } from '../drafts/useDraft.ts'
import type { NodeProps } from '../nodeProps.ts'

/** A field whose text is the host's draft, so that no answer of a slow plugin can eat what was typed. */
export function Input({ node }: NodeProps<'input'>): ReactElement {
  const draft = useDraft(node)
  // Made here: a plugin cannot name an element of the page.
  const id = useId()
  const { 'aria-description': description, ...a11y } = useA11y(node.a11y)
  const notes = [
    ['error', node.error],
    ['help', node.help],
    ['description', description],
  ].filter(([, text]) => text !== undefined)
  return (
    <div className="pui-field">
      <label htmlFor={id} className={node.hideLabel === true ? 'pui-hidden' : 'pui-label'}>
        {node.label}
        {node.required === true ? <span aria-hidden="true"> *</span> : null}
      </label>
      <input
        {...draft}
        {...a11y}
        aria-label={controlName(node.hideLabel === true ? '' : node.label, node.a11y?.label)}
        {...typeProps(node.type)}
        id={id}
        className="pui-input"
        // The empty form owner: no form of the host's around the widget validates, resets or sends this field.
        form=""
        placeholder={node.placeholder}
        aria-required={node.required}
        disabled={node.disabled}
        readOnly={node.readOnly}
        maxLength={node.maxLength}
        aria-invalid={node.error === undefined ? undefined : true}
        aria-describedby={notes.length === 0 ? undefined : notes.map(([name]) => `${id}-${name}`).join(' ')}
      />
      {notes.map(([name, text]) => (
        <p key={name} id={`${id}-${name}`} className={name === 'description' ? 'pui-hidden' : `pui-${name}`}>
          {text}
        </p>
      ))}
    </div>
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
