import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Errors that reach the page or its console from now on: broken promises of the host's, since refusals never throw. */
export function watchProblems(page: Page): readonly string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  return problems
}

/** What axe finds (WCAG 2.2 AA), with nothing half faded in: it would take colours on their way for the colours. */
export async function findViolations(page: Page): Promise<readonly unknown[]> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
    }
  })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.target.join(' ')) }))
}

/**
 * Origins that something is asked of from now on, by the page, its workers, or whatever else its browser context runs; `data:`
 * and `blob:` leave no machine.
 */
export function watchRequests(page: Page): readonly string[] {
  const origins: string[] = []
  page.context().on('request', (request) => {
    const address = new URL(request.url())
    if (address.protocol.startsWith('http')) origins.push(address.origin)
  })
  return origins
}
