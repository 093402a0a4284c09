import { createElement, type ReactElement, useId } from 'react'

import { useA11y } from '../a11yProps.ts'
import { controlName } from '../controlName.ts'
import type { NodeProps } from '../nodeProps.ts'
import { useWidget } from '../widgetContext.ts'
import { IconMark } from './IconMark.tsx'

/** A group with a heading: what is missing, and what to do about it. */
export function Empty({ node, emit }: NodeProps<'empty'>): ReactElement {
  const { action, icon, text, title } = node
  const { headingLevel } = useWidget()
  const titleId = useId()
  const a11y = useA11y(node.a11y)
  return (
    <div
      className="pui-empty-state"
      role="group"
      aria-labelledby={node.a11y?.label === undefined ? titleId : undefined}
      {...a11y}
    >
      {icon === undefined ? null : (
        <span className="pui-icon" data-size="lg" aria-hidden="true">
          <IconMark name={icon} />
        </span>
      )}
      {createElement(
        `h${Math.min(6, headingLevel + 1)}`,
        { id: titleId, className: 'pui-heading', 'data-level': 2 },
        title,
      )}
      {text === undefined ? null : <p className="pui-empty-text">{text}</p>}
      {action === undefined ? null : (
        <button
          type="button"
          className="pui-button"
          aria-label={controlName(action.label, undefined)}
          onClick={() => emit(action.onPress, { type: 'press' })}
        >
          {action.label}
        </button>
      )}
    </div>
  )
}
