import { expect, test } from 'vitest'

import { messages } from '../messages/index.ts'
import { wordsOfRun, wordsOfVersion } from './runWords.ts'

const words = messages.editor

test('a run is told while there is an instance of what ran, and no longer', () => {
  const run = { phase: 'ran', state: 'kept' } as const
  expect(wordsOfRun(run, { hasFailed: false, isShown: true })).toBe(words.kept)
  expect(wordsOfRun(run, { hasFailed: true, isShown: true })).toBe(words.failedSince)
  expect(wordsOfRun(run, { hasFailed: false, isShown: false })).toBe('')
  expect(wordsOfRun({ phase: 'running' }, { hasFailed: false, isShown: false })).toBe(words.running)
})

test('nothing is said to be shown still where there is no instance', () => {
  expect(wordsOfVersion({ hasRun: true, isShown: true })).toBe(words.stillShowing)
  expect(wordsOfVersion({ hasRun: true, isShown: false })).toBe('')
  expect(wordsOfVersion({ hasRun: false, isShown: false })).toBe(words.neverRan)
})
