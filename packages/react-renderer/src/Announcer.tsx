import type { UINode } from '@plugboard/contracts'
import { wordsOf } from '@plugboard/contracts/rendering'
import { createContext, useEffect, useSyncExternalStore, type Context, type ReactElement, type ReactNode } from 'react'

import { useWidget } from './widgetContext.ts'

/** Whether the live region around has to be quiet for now, because its widget spent its announcements. */
export const QuietContext: Context<boolean> = createContext(false)

export interface AnnouncerProps {
  /** What the region says. */
  readonly words: string
  readonly children: ReactNode
}

/** Counts the changes of a live region against the widget's budget. Only live regions have one: it costs a subscription. */
export function Announcer({ words, children }: AnnouncerProps): ReactElement {
  const { announcements } = useWidget()
  const isQuiet = useSyncExternalStore(announcements.subscribe, announcements.isQuiet, announcements.isQuiet)
  useEffect(() => {
    if (words !== '') announcements.spend()
  }, [announcements, words])
  return <QuietContext value={isQuiet}>{children}</QuietContext>
}

/** Whether a screen reader is told when a node changes. */
export function isLive(node: UINode): boolean {
  return node.kind === 'alert' || node.kind === 'spinner' || ('a11y' in node && node.a11y?.live !== undefined)
}

/** What it is told. A progress is worth a word each quarter: each step of a long copy is no news. */
export function announcedWords(node: UINode): string {
  if (node.kind !== 'progress') return wordsOf([node])
  const { label, max = 100, value } = node
  return `${label} ${value === null ? '' : Math.floor((value / max) * 4)}`
}
