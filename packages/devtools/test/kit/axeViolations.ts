import axe from 'axe-core'

export type Theme = 'light' | 'dark'

/** What axe finds wrong with a part on a page with this theme. */
export async function violationsOf(container: Element, theme: Theme): Promise<readonly string[]> {
  document.documentElement.dataset['theme'] = theme
  document.body.style.background = theme === 'dark' ? '#0c0e12' : '#f4f5f8'
  // Colours are on their way to the theme's.
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
  const { violations } = await axe.run(container)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ failureSummary, html }) => `${id}: ${html} ${failureSummary ?? ''}`),
  )
}
