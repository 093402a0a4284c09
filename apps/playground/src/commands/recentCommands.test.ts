import { afterEach, expect, test, vi } from 'vitest'

import { MOST_RECENT, noteRecent, readRecent } from './recentCommands.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

function keep(text: string | null): void {
  let kept = text
  vi.stubGlobal('localStorage', {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value
    },
  })
}

test('the newest comes first, each once, and no more than a few are kept', () => {
  keep(null)
  for (let count = 0; count < MOST_RECENT + 2; count += 1) noteRecent(`command ${count}`)
  noteRecent('command 5')
  expect(readRecent()[0]).toBe('command 5')
  expect(readRecent()).toHaveLength(MOST_RECENT)
  expect(new Set(readRecent()).size).toBe(MOST_RECENT)
})

test.each(['{', '7', '{"0":"a"}', '[1,null]'])('%s in place of what was kept is nothing', (text) => {
  keep(text)
  expect(readRecent()).toEqual([])
})
