import { expect, type Locator, type Page } from '@playwright/test'

import { findViolations, watchProblems } from './pageHealth.ts'

/** The gallery, in the words of the person who looks at it. */
export class GalleryPage {
  /** Errors that reached the page or its console. */
  readonly problems: readonly string[]
  readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.problems = watchProblems(page)
  }

  async open(kind?: string): Promise<void> {
    await this.page.goto(kind === undefined ? '/#gallery' : `/#gallery/${kind}`)
    await expect(this.page.getByRole('heading', { name: 'Gallery' })).toBeVisible()
  }

  kinds(): Locator {
    return this.page.locator('section.kind')
  }

  /** All states of a kind. */
  kind(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true }).and(this.kinds())
  }

  /** One state of a kind. */
  card(name: string): Locator {
    return this.page.getByRole('article', { name, exact: true })
  }

  get lastEvent(): Locator {
    return this.page.getByRole('status', { name: 'Last event' })
  }

  /** What is wider than the window, the page itself included. */
  async overflow(): Promise<readonly string[]> {
    return await this.page.evaluate(() =>
      [...document.querySelectorAll('html, main, section.kind, article')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map((element) => element.getAttribute('aria-label') ?? element.id ?? element.tagName),
    )
  }

  async violations(): Promise<readonly unknown[]> {
    return await findViolations(this.page)
  }
}
