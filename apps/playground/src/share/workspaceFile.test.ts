import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'

import { ShareError } from './shareError.ts'
import { readWorkspaceFile, writeWorkspaceFile } from './workspaceFile.ts'

const EXPORTED = '{"format":"plugboard-workspace-export","version":1,"now":[]}'

function codeOf(text: string): string {
  try {
    readWorkspaceFile(text)
    return 'none'
  } catch (error) {
    return error instanceof ShareError ? error.code : `uncoded: ${String(error)}`
  }
}

test.prop([fc.string({ unit: 'grapheme' })])('a name and an export come back as they were written', (name) => {
  expect(readWorkspaceFile(writeWorkspaceFile(name, EXPORTED))).toEqual({ name, exported: EXPORTED })
})

it('what a workspace exports by itself is a file too', () => {
  expect(readWorkspaceFile(EXPORTED)).toEqual({ name: null, exported: EXPORTED })
})

it.for([
  ['SHARE_UNREADABLE', 'nothing', ''],
  ['SHARE_UNREADABLE', 'a text that was cut', writeWorkspaceFile('Mine', EXPORTED).slice(0, -9)],
  ['SHARE_UNREADABLE', 'a list', '[]'],
  ['SHARE_UNREADABLE', 'another format', '{"format":"diary"}'],
  ['SHARE_UNREADABLE', 'no version', '{"format":"plugboard-workspace-file","workspace":{}}'],
  ['SHARE_TOO_NEW', 'a newer version', '{"format":"plugboard-workspace-file","version":2}'],
  ['SHARE_TOO_LARGE', 'what is nested too deep', '['.repeat(1_000)],
  ['SHARE_TOO_LARGE', 'more than any file has', ' '.repeat(50_000_001)],
] as const)('is refused with %s for %s', ([code, , text]) => {
  expect(codeOf(text)).toBe(code)
})

it('what it calls its version is repeated only where that is a number', () => {
  const text = JSON.stringify({ format: 'plugboard-workspace-file', version: 'Call \u202E555' })
  expect(() => readWorkspaceFile(text)).toThrow('SHARE_UNREADABLE: Its version is no whole number.')
})

test.prop([fc.oneof(fc.string(), fc.json())])('text of anybody is refused with a code', (text) => {
  expect(codeOf(text)).toMatch(/^SHARE_/)
})
