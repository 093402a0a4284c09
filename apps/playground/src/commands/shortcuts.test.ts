import { expect, test } from 'vitest'

import { findShortcut, labelsOf, SHORTCUTS, type KeyPress } from './shortcuts.ts'

function press(key: string, given: Partial<KeyPress> = {}): KeyPress {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...given }
}

test('Ctrl and ⌘ with K both open the palette, and K alone does not', () => {
  expect(findShortcut(press('k', { ctrlKey: true }))?.command).toBe('palette.open')
  expect(findShortcut(press('K', { metaKey: true }))?.command).toBe('palette.open')
  expect(findShortcut(press('k'))).toBeUndefined()
})

test('Shift makes another shortcut of a letter, and none of a sign', () => {
  expect(findShortcut(press('p'))?.command).toBe('selected.toggle')
  expect(findShortcut(press('P', { shiftKey: true }))?.command).toBe('instances.toggleAll')
  expect(findShortcut(press('?', { shiftKey: true }))?.command).toBe('help.shortcuts')
  expect(findShortcut(press('?'))?.command).toBe('help.shortcuts')
})

test('keys of the browser stay with the browser', () => {
  expect(findShortcut(press('r', { ctrlKey: true }))).toBeUndefined()
  expect(findShortcut(press('a', { altKey: true }))).toBeUndefined()
  expect(findShortcut(press('k', { ctrlKey: true, metaKey: true }))).toBeUndefined()
})

test('no two shortcuts share their keys', () => {
  const keys = SHORTCUTS.map((shortcut) => labelsOf(shortcut, false).join('+'))
  expect(new Set(keys).size).toBe(keys.length)
})

test('the list shows the keys that the keyboard has', () => {
  const [palette] = SHORTCUTS
  expect(palette && [labelsOf(palette, true), labelsOf(palette, false)]).toEqual([
    ['⌘', 'K'],
    ['Ctrl', 'K'],
  ])
})
