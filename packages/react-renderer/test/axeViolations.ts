import axe from 'axe-core'

import type { DrawnWidget } from './widgetOf.tsx'

/** What axe finds wrong with a widget on the page of a host with this theme. */
export async function violationsOf({ screen }: DrawnWidget, theme: 'light' | 'dark'): Promise<readonly string[]> {
  const { container } = screen
  container.style.colorScheme = theme
  container.style.background = theme === 'dark' ? '#13161b' : '#ffffff'
  container.style.padding = '16px'
  // Colours are on their way to the theme's.
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
  const { violations } = await axe.run(container)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}
