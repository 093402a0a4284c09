import { test as base } from '@playwright/test'

import { GalleryPage } from './galleryPage.ts'
import { PlaygroundPage } from './playgroundPage.ts'

/** A test with the playground open, which fails when an error reached the page or its console. */
export const test = base.extend<{ playground: PlaygroundPage }>({
  playground: async ({ page }, use) => {
    const playground = new PlaygroundPage(page)
    await playground.open()
    await use(playground)
    base.expect(playground.problems).toEqual([])
  },
})

/** A test with the gallery open, which fails when an error reached the page or its console. */
export const galleryTest = base.extend<{ gallery: GalleryPage }>({
  gallery: async ({ page }, use) => {
    const gallery = new GalleryPage(page)
    await gallery.open()
    await use(gallery)
    base.expect(gallery.problems).toEqual([])
  },
})

export { expect } from '@playwright/test'
