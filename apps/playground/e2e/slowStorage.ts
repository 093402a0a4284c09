import type { Page } from '@playwright/test'

/** Keeps every database of the page from opening until it is let go: a disk that takes its time. */
export async function holdStorage(page: Page): Promise<{ release(): Promise<void> }> {
  await page.addInitScript(() => {
    const held = Promise.withResolvers<undefined>()
    Object.assign(globalThis, { releaseStorage: () => held.resolve(undefined) })
    // oxlint-disable-next-line typescript/unbound-method -- applied to its factory below
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (this: IDBFactory, ...given) {
      const request = open.apply(this, given)
      let isReleased = false
      // The first listener of all: those who wait for the database hear of it when this one lets it through.
      request.addEventListener('success', (event) => {
        if (isReleased) return
        event.stopImmediatePropagation()
        void held.promise.then(() => {
          isReleased = true
          request.dispatchEvent(new Event('success'))
        })
      })
      return request
    }
  })
  return {
    release: () =>
      page.evaluate(() => {
        // Put there by the script above.
        ;(globalThis as unknown as { releaseStorage(): void }).releaseStorage()
      }),
  }
}
