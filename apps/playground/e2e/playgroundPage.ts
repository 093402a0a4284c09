import { expect, type Locator, type Page } from '@playwright/test'

import { findViolations, watchProblems } from './pageHealth.ts'

/** The page, in the words of the person who uses it. */
export class PlaygroundPage {
  /** Errors that reached the page or its console: broken promises of the host's, since refusals never throw. */
  readonly problems: readonly string[]
  readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.problems = watchProblems(page)
  }

  async open(): Promise<void> {
    await this.page.goto('/')
    await expect(this.page.getByText('Runtime ready')).toBeAttached()
    await expect(this.cards('Counter')).toHaveCount(2)
  }

  cards(title: string): Locator {
    return this.page.getByRole('article', { name: new RegExp(`^${title}, `) })
  }

  async add(title: string): Promise<Locator> {
    await this.show('Run')
    const count = await this.cards(title).count()
    await this.show('Plugins')
    await this.page.getByRole('button', { name: `Add an instance of ${title}` }).click()
    await this.show('Run')
    await expect(this.cards(title)).toHaveCount(count + 1)
    // By its own name: "the last card" would be another one as soon as there is another.
    const name = await this.cards(title).last().getAttribute('aria-label')
    return this.page.getByRole('article', { name: name ?? '', exact: true })
  }

  /** Pastes code and runs it with no access. */
  async paste(name: string, code: string): Promise<void> {
    await this.show('Plugins')
    await this.page.getByRole('button', { name: 'Paste a plugin' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'New plugin' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('textbox', { name: 'Code' }).fill(code)
    await dialog.getByRole('button', { name: 'Run with no access' }).click()
    await expect(dialog).toHaveCount(0)
    await this.show('Run')
  }

  /** The workspace, with cards in it or with ways to begin. */
  get workspace(): Locator {
    return this.page
      .getByRole('region', { name: 'Instance cards' })
      .or(this.page.getByRole('region', { name: 'Begin' }))
  }

  /** What a card shows beside a label. */
  value(card: Locator, label: string): Locator {
    return card.getByText(label, { exact: true }).locator('..')
  }

  /** One of the views that a phone shows one at a time; wider screens show them all. */
  async show(view: 'Plugins' | 'Run' | 'Timeline' | 'Code' | 'More'): Promise<void> {
    const tabs = this.page.getByRole('navigation', { name: 'Views' })
    if (await tabs.isVisible()) await tabs.getByRole('button', { name: view }).click()
  }

  /** Selects an instance and shows its inspector. */
  async inspect(card: Locator): Promise<void> {
    await this.act(card, 'Inspect')
    await expect(this.page.getByRole('complementary', { name: /^Inspector for/ })).toBeVisible()
  }

  /** Where the inspector lies over the page, it goes; beside it, it stays. */
  async closeInspector(): Promise<void> {
    const sheet = this.page.getByRole('dialog', { name: 'Inspector' })
    if (!(await sheet.isVisible())) return
    await this.page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
  }

  /** Where an event's details lie over the timeline, they go; beside it, they stay. */
  async closeEvent(): Promise<void> {
    const sheet = this.page.getByRole('dialog', { name: 'Event details' })
    if (!(await sheet.isVisible())) return
    await sheet.getByRole('button', { name: 'Close' }).click()
    await expect(sheet).toHaveCount(0)
  }

  async act(card: Locator, action: 'Inspect' | 'Pause' | 'Resume' | 'Restart' | 'Stop now' | 'Remove'): Promise<void> {
    await card.getByRole('button', { name: /^Actions for/ }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  /** The field of the palette; the page has other comboboxes. */
  get command(): Locator {
    return this.page.getByRole('combobox', { name: 'Search or run a command' })
  }

  /** Runs the first command that these words find. */
  async run(words: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k')
    await this.command.fill(words)
    await this.page.keyboard.press('Enter')
    await expect(this.command).toHaveCount(0)
  }

  grant(name: string): Locator {
    return this.page.getByRole('switch', { name, exact: true })
  }

  async violations(): Promise<readonly unknown[]> {
    return await findViolations(this.page)
  }
}
