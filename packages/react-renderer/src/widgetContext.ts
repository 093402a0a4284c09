import type { UIEvent, WidgetSnapshot } from '@plugboard/contracts'
import { createContext, use } from 'react'

import type { DraftStore } from './drafts/DraftStore.ts'

/** What the components of one widget share. */
export interface WidgetContextValue {
  readonly snapshot: WidgetSnapshot
  readonly drafts: DraftStore
  /** Sends an event to the widget's handler, after everything that was typed before it. */
  readonly emit: (handler: string, event: UIEvent) => void
}

export const WidgetContext: React.Context<WidgetContextValue | null> = createContext<WidgetContextValue | null>(null)

export function useWidget(): WidgetContextValue {
  const value = use(WidgetContext)
  if (value === null) throw new Error('This component draws a part of a widget: render it through <WidgetRenderer>.')
  return value
}

/** Sends events without listening to snapshots, so that a new picture does not draw unchanged nodes again. */
export const EmitContext: React.Context<WidgetContextValue['emit']> = createContext<WidgetContextValue['emit']>(
  () => undefined,
)
