import type { Page } from '@playwright/test'

/** Gives a page the same ids in every run. */
export async function fixChance(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let state = 1
    // A linear congruential generator: even enough for names, the same everywhere.
    crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
      if (array === null) return array
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
      for (let index = 0; index < bytes.length; index += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        bytes[index] = state >>> 24
      }
      return array
    }
  })
}
