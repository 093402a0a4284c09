import type { Page } from '@playwright/test'

import { watchRequests } from '../pageHealth.ts'
import { PlaygroundPage } from '../playgroundPage.ts'
import { test as base } from '../test.ts'
import { expectGoodEnd } from './journeyEnd.ts'

/** Axe looks at the page twice; this is for machines that are busy with something else. */
const END_TIMEOUT = 60_000

interface Journey {
  /** Ends every journey as a good one ends; a test has nothing to do with it. */
  readonly goodEnd: undefined
  /** Somebody else, with a browser of their own that has never been here. */
  readonly stranger: Page
}

/** A test that is a journey: at its end nothing has left the origin, and axe has nothing to say in either theme. */
export const test = base.extend<Journey>({
  goodEnd: [
    async ({ page }, use, { errors }) => {
      const origins = watchRequests(page)
      await use(undefined)
      // Some journeys are made in other browsers than this one, which then has been nowhere.
      if (errors.length === 0 && page.url() !== 'about:blank') await expectGoodEnd(page, origins)
    },
    { auto: true, timeout: END_TIMEOUT },
  ],
  stranger: [
    async ({ browser }, use, { errors }) => {
      const context = await browser.newContext()
      const page = await context.newPage()
      const origins = watchRequests(page)
      const { problems } = new PlaygroundPage(page)
      await use(page)
      if (errors.length === 0) {
        base.expect(problems).toEqual([])
        await expectGoodEnd(page, origins)
      }
      await context.close()
    },
    { timeout: END_TIMEOUT },
  ],
})

export { expect } from '../test.ts'
