import type { InstanceId } from '@plugboard/contracts'

/** What becomes of a link that somebody followed: it opens in a new tab, the person is asked first, or nothing opens. */
export type NavigationDecision = 'open' | 'confirm' | 'block'

/** The widget that the link is in. */
export interface NavigationOrigin {
  readonly instanceId: InstanceId
  readonly widgetId: string
}

/** A host's policy for links: an absolute `https:` or `mailto:` address, and where it was found. */
export type DecideNavigation = (href: string, origin: NavigationOrigin) => NavigationDecision

/** Nobody leaves the page without having seen where to. */
export const askAlways: DecideNavigation = () => 'confirm'
