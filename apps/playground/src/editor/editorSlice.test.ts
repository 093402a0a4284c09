import { afterEach, expect, test, vi } from 'vitest'

import { editorActions, editorReducer, writeSettings } from './editorSlice.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('settings begin as they were kept, and with the defaults where they were not', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  const first = editorReducer(undefined, { type: 'began' })
  expect(first).toEqual({ isRunOnSave: true, isStateKept: true, previewWidth: 'desktop' })
  const changed = editorReducer(first, editorActions.settingsChanged({ isRunOnSave: false, previewWidth: 'phone' }))
  writeSettings(changed)
  expect(editorReducer(undefined, { type: 'began' })).toEqual(changed)
  for (const key of kept.keys()) kept.set(key, 'spoilt')
  expect(editorReducer(undefined, { type: 'began' })).toEqual(first)
})
