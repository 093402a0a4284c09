import type { A11y } from '@plugboard/contracts'
import { useEffect, useSyncExternalStore } from 'react'

import { useWidget } from './widgetContext.ts'

export interface A11yProps {
  readonly 'aria-label'?: string
  readonly 'aria-description'?: string
  readonly 'aria-live'?: 'polite' | 'assertive' | 'off'
}

/** A node's extra words, for an element that may have a name of its own. */
export function useA11y(a11y: A11y | undefined, words: string): A11yProps {
  const isQuiet = useAnnouncement(a11y?.live === undefined ? null : words)
  return {
    ...(a11y?.label === undefined ? {} : { 'aria-label': a11y.label }),
    ...(a11y?.description === undefined ? {} : { 'aria-description': a11y.description }),
    ...(a11y?.live === undefined ? {} : { 'aria-live': isQuiet ? 'off' : a11y.live }),
  }
}

/** The same for an element without a role: it needs one to carry a name. */
export function useGroupA11y(a11y: A11y | undefined, words: string): A11yProps & { readonly role?: 'group' } {
  const props = useA11y(a11y, words)
  return a11y?.label === undefined && a11y?.description === undefined ? props : { role: 'group', ...props }
}

/**
 * Counts a live region's change against the widget's budget; `null` is no live region. Returns whether the widget has to
 * be quiet for now.
 */
export function useAnnouncement(words: string | null): boolean {
  const { announcements } = useWidget()
  // A node that announces nothing must not render because others are too loud.
  const getQuiet = words === null ? never : announcements.isQuiet
  const isQuiet = useSyncExternalStore(announcements.subscribe, getQuiet, getQuiet)
  useEffect(() => {
    if (words !== null) announcements.spend()
  }, [announcements, words])
  return isQuiet
}

const never = (): boolean => false
