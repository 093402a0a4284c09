import type { A11y } from '@plugboard/contracts'

export interface A11yProps {
  readonly 'aria-label'?: string
  readonly 'aria-description'?: string
  readonly 'aria-live'?: 'polite' | 'assertive'
}

/** A node's extra words as ARIA attributes. */
export function a11yProps(a11y: A11y | undefined): A11yProps {
  if (a11y === undefined) return {}
  return {
    ...(a11y.label === undefined ? {} : { 'aria-label': a11y.label }),
    ...(a11y.description === undefined ? {} : { 'aria-description': a11y.description }),
    ...(a11y.live === undefined ? {} : { 'aria-live': a11y.live }),
  }
}

/** The same for a part of the page that has no role of its own and needs one to carry a name. */
export function groupProps(a11y: A11y | undefined): A11yProps & { readonly role?: 'group' } {
  return a11y?.label === undefined ? a11yProps(a11y) : { role: 'group', ...a11yProps(a11y) }
}
