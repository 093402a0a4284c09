import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { expect, test } from './test.ts'
import { WorkspacesPage } from './workspacesPage.ts'

/** Drops a file on the page, as a person drags one from a folder. */
async function drop(page: Page, file: { readonly name: string; readonly type: string; readonly text: string }) {
  const dataTransfer = await page.evaluateHandle(({ name, text, type }) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], name, { type }))
    return transfer
  }, file)
  await page.dispatchEvent('main', 'dragover', { dataTransfer })
  await page.dispatchEvent('main', 'drop', { dataTransfer })
}

test('a workspace file that is dropped on the page is asked about, and Cancel leaves everything', async ({
  page,
  playground,
}) => {
  const text = await new WorkspacesPage(page).exportFile()
  await drop(page, { name: 'lab.json', type: 'application/json', text })
  const dialog = page.getByRole('dialog', { name: 'Run “My workspace” from a file?' })
  await expect(dialog.getByRole('switch', { checked: true })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(playground.cards('Counter')).toHaveCount(2)
  await new WorkspacesPage(page).expectNames(['My workspace'])
})

test('starting over hands out what was there before it is deleted', async ({ page, playground }) => {
  await playground.cards('Counter').first().getByRole('button', { name: 'Increase' }).click()
  await expect(page.getByText('Saved', { exact: true }).first()).toBeAttached()
  // A database that a newer release wrote: nothing of it is understood here.
  await page.route('**/elsewhere', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  )
  await page.goto('/elsewhere')
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('plugboard-workspace')
      request.addEventListener('success', () => resolve(request.result))
    })
    const parts = database.transaction('parts', 'readwrite').objectStore('parts')
    parts.put({ format: 'plugboard-workspace', version: 99, instances: [] }, 'workspace')
    database.close()
  })
  await page.goto('/')
  const notice = page.getByRole('region', { name: 'Saved workspace' })
  await notice.getByRole('button', { name: 'Start over' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete and start over' }).click()
  const copy = await readFile(await (await download).path(), 'utf8')
  expect(copy).toContain('"version":99')
  expect(copy).toContain('counter@')
  await expect(playground.cards('Counter')).toHaveCount(2)
})

test('a storage that cannot be read for a moment is left alone: loading again is all that is offered', async ({
  page,
  playground,
}) => {
  await playground.cards('Counter').first().getByRole('button', { name: 'Increase' }).click()
  await expect(page.getByText('Saved', { exact: true }).first()).toBeAttached()
  await page.addInitScript(() => {
    if (sessionStorage.getItem('failed') === 'once') return
    sessionStorage.setItem('failed', 'once')
    IDBObjectStore.prototype.getAll = () => {
      throw new DOMException('busy', 'UnknownError')
    }
    IDBObjectStore.prototype.getAllKeys = () => {
      throw new DOMException('busy', 'UnknownError')
    }
  })
  await page.reload()
  const notice = page.getByRole('region', { name: 'Saved workspace' })
  await expect(notice).toContainText('could not be read, and is untouched')
  await expect(notice.getByRole('button', { name: 'Start over' })).toHaveCount(0)
  await notice.getByRole('button', { name: 'Load again' }).click()
  await expect(notice).toHaveCount(0)
  await expect(
    playground.cards('Counter').first().getByText('This instance', { exact: true }).locator('..'),
  ).toContainText('4')
})
