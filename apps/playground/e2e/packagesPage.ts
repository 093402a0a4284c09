import { expect, type Locator, type Page } from '@playwright/test'

export interface PluginFile {
  readonly name?: string
  readonly bytes: Uint8Array
}

/** Packed plugins: how they come in, what is asked about them, and where they stand, in the words of the person. */
export class PackagesPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The question about a package, or why it is not taken. */
  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** The shelf of those that were imported. */
  get shelf(): Locator {
    return this.page.getByRole('list', { name: 'Imported plugins' }).getByRole('listitem')
  }

  /** Drops a file anywhere on the page. */
  async drop({ bytes, name = 'clock.plug' }: PluginFile): Promise<void> {
    const files = await this.page.evaluateHandle(
      ([text, fileName]) => {
        const transfer = new DataTransfer()
        const content = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
        transfer.items.add(new File([content], fileName))
        return transfer
      },
      [Buffer.from(bytes).toString('base64'), name] as const,
    )
    await this.page.locator('#main').dispatchEvent('drop', { dataTransfer: files })
  }

  /** Chooses it by the button over the list of packages. */
  async pick({ bytes, name = 'clock.plug' }: PluginFile): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Import a packed plugin' }).click()
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  }

  async answer(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).click()
    await expect(this.dialog).toHaveCount(0)
  }

  async act(title: string, action: 'Details' | 'Disable' | 'Enable' | 'Remove'): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${title}`, exact: true }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  /** Changes a file of a package where the browser keeps it, behind the page's back. */
  async spoilSaved(path: string): Promise<void> {
    await this.page.evaluate(async (file) => {
      const settled = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error ?? new Error('failed')))
        })
      const database = await settled(indexedDB.open('plugboard-workspace'))
      const parts = database.transaction('parts', 'readwrite').objectStore('parts')
      const keys = (await settled(parts.getAllKeys())) as string[]
      const key = keys.find((name) => name.startsWith('app/content/')) ?? ''
      const content = (await settled(parts.get(key))) as Record<string, string>
      await settled(parts.put({ ...content, [file]: btoa('other()') }, key))
      database.close()
    }, path)
  }
}
