import { expect, test } from 'vitest'

import { formatBytes, formatMs } from './format.ts'

test('small times keep a decimal, and large sizes change their unit', () => {
  expect(formatMs(0.26)).toBe('0.3')
  expect(formatMs(12.6)).toBe('13')
  expect(formatBytes(184 * 1024)).toBe('184 KB')
  expect(formatBytes(16 * 1024 * 1024)).toBe('16.0 MB')
})
