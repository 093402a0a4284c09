import type { Page } from 'playwright'

import type { PackedPlugin } from './authorJourney.ts'

/** The last step of an author's way: the packed file is read in the playground, agreed to, and run there. */
export async function takeIntoPlayground(page: Page, { digest, path }: PackedPlugin): Promise<readonly string[]> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a packed plugin' }).click()
  await (await chooser).setFiles(path)
  const question = page.getByRole('dialog', { name: 'Import “My tally”?' })
  await question.getByText(digest).waitFor()
  await question.getByRole('switch', { name: 'Read runtime-registry' }).click()
  await question.getByRole('button', { name: 'Run with 1 grant' }).click()
  const card = page.getByRole('article', { name: /^My tally, / })
  await card.getByRole('button', { name: 'One more' }).click()
  await card.getByText('1', { exact: true }).waitFor()
  return []
}
