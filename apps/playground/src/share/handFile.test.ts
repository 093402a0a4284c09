import { beforeEach, expect, test, vi } from 'vitest'

import { downloadText } from '../ui/downloadText.ts'
import { handFile } from './handFile.ts'
import { FILE_LENGTH, readWorkspaceFile } from './workspaceFile.ts'

vi.mock(import('../ui/downloadText.ts'), () => ({ downloadText: vi.fn<typeof downloadText>() }))

beforeEach(() => vi.mocked(downloadText).mockClear())

const BARE = '{"format":"plugboard-workspace-export"}'

test('a file that can be opened again is handed over without a word', () => {
  const longest = BARE.padEnd(FILE_LENGTH)
  expect(handFile('a.json', longest)).toBeNull()
  expect(downloadText).toHaveBeenCalledExactlyOnceWith('a.json', longest)
})

test('a file that is too long to be opened again is handed over all the same, and that is said', () => {
  const longer = BARE.padEnd(FILE_LENGTH + 1)
  expect(handFile('a.json', longer)).toMatch(/50,000,001 characters.*50,000,000/)
  expect(() => readWorkspaceFile(longer)).toThrow(/SHARE_TOO_LARGE/)
  expect(downloadText).toHaveBeenCalledExactlyOnceWith('a.json', longer)
})
