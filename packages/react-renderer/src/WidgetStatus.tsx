import type { WidgetSnapshot } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { StatusNote } from './StatusNote.tsx'

export interface WidgetStatusProps {
  readonly snapshot: WidgetSnapshot
}

/** What stands beside a widget's tree: that it loads, that it is paused, or what went wrong. Null when all is well. */
export function WidgetStatus({ snapshot }: WidgetStatusProps): ReactElement | null {
  const { enabled, error, status, tree } = snapshot
  if (error !== null || status === 'error' || status === 'quarantined') return <ErrorNote snapshot={snapshot} />
  if (!enabled) return <StatusNote tone="neutral" title="Paused. It catches up when it is resumed." />
  if (tree === null) return <p className="pui-loading">Loading…</p>
  return null
}

function ErrorNote({ snapshot: { error, status } }: WidgetStatusProps): ReactElement {
  return (
    <StatusNote tone="critical" title={TITLES[status]}>
      {error === null ? null : (
        <p>
          <bdi>{error.message}</bdi>
        </p>
      )}
      {error?.source === undefined ? null : (
        <p className="pui-note-source">
          Line {error.source.line}, column {error.source.column}
        </p>
      )}
    </StatusNote>
  )
}

const TITLES: Readonly<Record<WidgetSnapshot['status'], string>> = {
  error: 'This plugin has stopped',
  loading: 'Something went wrong in this plugin',
  quarantined: 'This plugin is held back after repeated failures',
  ready: 'Something went wrong in this plugin',
}
