import type { WidgetSnapshot } from '@plugboard/contracts'
import type { CSSProperties, ReactElement, ReactNode } from 'react'

import { usePluginContext } from './pluginContext.ts'
import { toCustomProperties } from './pluginTokens.ts'

/**
 * What keeps a widget inside its box. As inline styles, because it must hold without the stylesheet and against the
 * host's own rules: nothing is painted outside, nothing is stacked over the host, and no direction override leaks out.
 */
const CONTAINMENT: CSSProperties = {
  contain: 'layout paint style',
  isolation: 'isolate',
  overflow: 'clip',
  position: 'relative',
  unicodeBidi: 'isolate',
}

export interface WidgetBoxProps {
  readonly snapshot: WidgetSnapshot
  readonly children?: ReactNode
}

/** The one element that a widget may draw in. */
export function WidgetBox({ snapshot, children }: WidgetBoxProps): ReactElement {
  const { tokens } = usePluginContext('A widget')
  return (
    <div
      className="pui-widget"
      style={{ ...toCustomProperties(tokens), ...CONTAINMENT }}
      data-status={snapshot.status}
      data-enabled={snapshot.enabled}
      aria-busy={snapshot.status === 'loading'}
    >
      {children}
    </div>
  )
}
