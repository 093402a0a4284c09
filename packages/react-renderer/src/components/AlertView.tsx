import type { ReactElement } from 'react'

import { a11yProps } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'
import { pressEvent } from '../pressEvent.ts'
import { useCalmText } from '../useCalmText.ts'

/** Announced politely, at once only when critical, and never more often than once a second. */
export function AlertView({ node, emit }: NodeProps<'alert'>): ReactElement {
  const { tone, title, text, action, onDismiss } = node
  const announced = useCalmText(text === undefined ? title : `${title}. ${text}`)
  return (
    <div className="pui-alert" data-tone={tone} role="group" aria-label={title} {...a11yProps(node.a11y)}>
      <span className="pui-visually-hidden" role={tone === 'critical' ? 'alert' : 'status'}>
        {announced}
      </span>
      <div className="pui-alert-words">
        <strong>{title}</strong>
        {text === undefined ? null : <p>{text}</p>}
      </div>
      {action === undefined ? null : (
        <button
          type="button"
          className="pui-button"
          onClick={() => {
            emit(action.onPress.handler, pressEvent(action.onPress))
          }}
        >
          {action.label}
        </button>
      )}
      {onDismiss === undefined ? null : (
        <button
          type="button"
          className="pui-button pui-dismiss"
          aria-label={`Dismiss: ${title}`}
          onClick={() => {
            emit(onDismiss.handler, {
              type: 'close',
              ...(onDismiss.args === undefined ? {} : { args: onDismiss.args }),
            })
          }}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  )
}
