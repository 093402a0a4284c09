import { readFile } from 'node:fs/promises'

import { expect, type Locator, type Page } from '@playwright/test'

/** The menu of workspaces and what is behind it, in the words of the person who uses it. */
export class WorkspacesPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get trigger(): Locator {
    return this.page.getByRole('button', { name: /^Workspace: / })
  }

  async choose(item: string): Promise<void> {
    await this.trigger.click()
    await this.page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  /** Opens another workspace by its name. */
  async open(name: string): Promise<void> {
    await this.choose(name)
    await this.expectOpen(name)
  }

  async create(name: string): Promise<void> {
    await this.choose('New workspace')
    await this.#name('New workspace', name, 'Create workspace')
    await this.expectOpen(name)
  }

  async rename(name: string): Promise<void> {
    await this.choose('Rename')
    await this.#name('Rename workspace', name, 'Rename workspace')
    await this.expectOpen(name)
  }

  async expectOpen(name: string): Promise<void> {
    await expect(this.page.getByRole('button', { name: `Workspace: ${name}`, exact: true })).toBeVisible()
    await expect(this.page.getByText('Runtime ready')).toBeAttached()
  }

  /** The workspaces that there are, in any order. */
  async expectNames(names: readonly string[]): Promise<void> {
    await this.choose('All workspaces')
    const dialog = this.page.getByRole('dialog', { name: 'All workspaces' })
    await expect(dialog.getByRole('list', { name: 'All workspaces' }).getByRole('listitem')).toHaveCount(names.length)
    const found = await dialog.locator('.ws-name').allTextContents()
    expect(found.toSorted()).toEqual(names.toSorted())
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toHaveCount(0)
  }

  /** The link of the open workspace. */
  async share({ hasStates = false } = {}): Promise<string> {
    await this.page.getByRole('button', { name: 'Share', exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: /^Share “/ })
    if (hasStates) await dialog.getByRole('switch', { name: 'Include what each plugin holds' }).click()
    const field = dialog.getByRole('textbox', { name: 'Link' })
    await expect(field).toHaveValue(/#w=[A-Za-z0-9_-]+$/)
    const link = await field.inputValue()
    await dialog.getByRole('button', { name: 'Close' }).click()
    return link
  }

  async exportFile(): Promise<string> {
    const download = this.page.waitForEvent('download')
    await this.choose('Save as a file')
    return await readFile(await (await download).path(), 'utf8')
  }

  async importFile({ name, text }: { readonly name: string; readonly text: string }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.choose('Open a file')
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  }

  async #name(dialogName: string, name: string, submit: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: dialogName })
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('button', { name: submit }).click()
    await expect(dialog).toHaveCount(0)
  }
}
