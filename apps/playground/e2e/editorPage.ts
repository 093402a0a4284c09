import { expect, type Locator, type Page } from '@playwright/test'

/** The Split and Code views, in the words of the person who writes. */
export class EditorPage {
  readonly page: Page
  readonly code: Locator
  readonly preview: Locator
  readonly run: Locator

  constructor(page: Page) {
    this.page = page
    this.code = page.getByRole('textbox', { name: /^Code of / })
    this.run = page.getByRole('region', { name: 'Editor' }).getByRole('button', { name: 'Run', exact: true })
    this.preview = page.getByRole('region', { name: 'Preview' })
  }

  /** Makes a plugin of that text, and opens it. */
  async create(name: string, text: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Paste a plugin' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'New plugin' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('textbox', { name: 'Code' }).fill(text)
    await dialog.getByRole('button', { name: 'Open in the editor' }).click()
    await this.loaded()
  }

  /** Waits for the editor, which is loaded when it is first asked for. */
  async loaded(): Promise<void> {
    await expect(this.code).toBeVisible({ timeout: 20_000 })
  }

  /** Puts the cursor at the end of a line, counted from 1. */
  async goToLine(line: number): Promise<void> {
    await this.code.click()
    await this.page.keyboard.press('ControlOrMeta+Home')
    for (let count = 1; count < line; count += 1) await this.page.keyboard.press('ArrowDown')
    await this.page.keyboard.press('End')
  }

  /** Writes a line anew. */
  async rewriteLine(line: number, text: string): Promise<void> {
    await this.goToLine(line)
    await this.page.keyboard.press('Shift+Home')
    await this.page.keyboard.insertText(text)
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s')
  }

  /** Where the footer says that the cursor is. */
  cursor(line: number, column?: number): Locator {
    return this.page.getByText(column === undefined ? new RegExp(`^Ln ${line}, `) : `Ln ${line}, Col ${column}`)
  }
}
