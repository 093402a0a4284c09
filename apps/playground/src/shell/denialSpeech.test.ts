import { expect, test } from 'vitest'

import { DenialSpeech } from './denialSpeech.ts'

function createSpeech() {
  const said: string[] = []
  const later: (() => void)[] = []
  const speech = new DenialSpeech({
    say: (words) => said.push(words),
    schedule: (work) => {
      later.push(work)
      return () => void later.splice(later.indexOf(work), 1)
    },
  })
  return { later, said, speech, secondPasses: () => later.splice(0).forEach((work) => work()) }
}

const REASON = 'missing-write-grant:counter-summary'

test('the first denial is told at once, and a flood after it together, once a second', () => {
  const { said, secondPasses, speech } = createSpeech()
  for (let count = 0; count < 100; count += 1) speech.note('counter@a', REASON)
  expect(said).toEqual(['Denied. Needs write access to counter-summary.'])
  secondPasses()
  expect(said.slice(1)).toEqual(['99 denied. The last one: Needs write access to counter-summary.'])
  secondPasses()
  secondPasses()
  expect(said).toHaveLength(2)
})

test('each instance is told of for itself', () => {
  const { said, speech } = createSpeech()
  speech.note('counter@a', REASON)
  speech.note('counter@b', REASON)
  expect(said).toHaveLength(2)
})

test('a denial after a quiet second is told at once again', () => {
  const { said, secondPasses, speech } = createSpeech()
  speech.note('counter@a', REASON)
  secondPasses()
  speech.note('counter@a', REASON)
  expect(said).toHaveLength(2)
})

test('nothing is told, and nothing waits, once it has stopped', () => {
  const { later, said, speech } = createSpeech()
  speech.note('counter@a', REASON)
  speech.note('counter@a', REASON)
  speech.stop()
  expect(later).toEqual([])
  expect(said).toHaveLength(1)
})
