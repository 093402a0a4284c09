import { readFile } from 'node:fs/promises'

import { expect, it } from 'vitest'

import { REFERENCE, writeReference } from '../scripts/reference.ts'

// How wide the columns of a table are is the formatter's.
const squeeze = (text: string) => text.replaceAll(/-{3,}/g, '---').replaceAll(/ +/g, ' ')

it('documents every command, option, exit code and diagnostic, as they are', async () => {
  const page = squeeze(await readFile(REFERENCE, 'utf8'))
  const reference = squeeze(writeReference())
  expect(page.slice(page.indexOf('<!-- made')).trim()).toBe(reference.trim())
})
