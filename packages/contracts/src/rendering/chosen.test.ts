import { expect, test } from 'vitest'

import { type Chosen, nextChosen } from './chosen.ts'

const after = (chosen: Chosen<string>, ...given: readonly (string | undefined)[]): string | undefined =>
  given.reduce<Chosen<string>>((state, said) => nextChosen(state, said, Object.is), chosen).value

test('what a person chose stays while the plugin says the same, or nothing', () => {
  expect(after({ given: 'a', value: 'mine' }, 'a', undefined, 'a')).toBe('mine')
})

test('what the plugin says anew is taken, and the old choice does not come back with the old word', () => {
  expect(after({ given: 'a', value: 'mine' }, 'b')).toBe('b')
  expect(after({ given: 'a', value: 'mine' }, 'b', 'a')).toBe('a')
})

test('nothing new is the same object', () => {
  const chosen = { given: 'a', value: 'mine' }
  expect(nextChosen(chosen, 'a', Object.is)).toBe(chosen)
})
