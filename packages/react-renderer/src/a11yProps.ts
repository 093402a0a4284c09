import type { A11y } from '@plugboard/contracts'
import { use } from 'react'

import { QuietContext } from './Announcer.tsx'

export interface A11yProps {
  readonly 'aria-label'?: string
  readonly 'aria-description'?: string
  readonly 'aria-live'?: 'polite' | 'assertive' | 'off'
}

const NOTHING: A11yProps = {}

/** A node's extra words, for an element that may have a name of its own. */
export function useA11y(a11y: A11y | undefined): A11yProps {
  if (a11y === undefined) return NOTHING
  const { description, label, live } = a11y
  return {
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(description === undefined ? {} : { 'aria-description': description }),
    ...(live === undefined ? {} : { 'aria-live': use(QuietContext) ? 'off' : live }),
  }
}

/** The same for an element without a role: it needs one to carry a name. */
export function useGroupA11y(a11y: A11y | undefined): A11yProps & { readonly role?: 'group' } {
  const props = useA11y(a11y)
  return a11y?.label === undefined && a11y?.description === undefined ? props : { role: 'group', ...props }
}
