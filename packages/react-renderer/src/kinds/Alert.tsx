import { use, type ReactElement } from 'react'

import { useA11y } from '../a11yProps.ts'
import { QuietContext } from '../Announcer.tsx'
import type { NodeProps } from '../nodeProps.ts'
import { CloseMark } from './CloseMark.tsx'
import { ToneMark } from './ToneMark.tsx'

/** Announced politely, at once only when critical, and not at all once the widget has spent its budget. */
export function Alert({ node, emit }: NodeProps<'alert'>): ReactElement {
  const { action, onDismiss, text, title, tone } = node
  const isQuiet = use(QuietContext)
  const a11y = useA11y(node.a11y)
  return (
    <div className="pui-alert" data-tone={tone} data-dismissible={onDismiss !== undefined}>
      <ToneMark tone={tone} />
      <div
        className="pui-alert-words"
        role={tone === 'critical' && !isQuiet ? 'alert' : 'status'}
        {...a11y}
        aria-live={isQuiet ? 'off' : undefined}
      >
        <p className="pui-alert-title">{title}</p>
        {text === undefined ? null : <p>{text}</p>}
      </div>
      {action === undefined ? null : (
        <button type="button" className="pui-button" onClick={() => emit(action.onPress, { type: 'press' })}>
          {action.label}
        </button>
      )}
      {onDismiss === undefined ? null : (
        <button
          type="button"
          className="pui-button pui-dismiss"
          aria-label={`Dismiss: ${title}`}
          onClick={() => emit(onDismiss, { type: 'close' })}
        >
          <CloseMark />
        </button>
      )}
    </div>
  )
}
