import { afterEach, expect, test, vi } from 'vitest'

import { definePreference } from './preference.ts'

const size = definePreference({ name: 'size', values: ['small', 'large'], fallback: 'small' })

afterEach(() => {
  vi.unstubAllGlobals()
})

function stubStorage(kept: string | null): Map<string, string> {
  const written = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: () => kept,
    setItem: (key: string, value: string) => written.set(key, value),
  })
  return written
}

test('a kept choice is read, and anything else that is there is not', () => {
  stubStorage('large')
  expect(size.read()).toBe('large')
  stubStorage('huge')
  expect(size.read()).toBe('small')
  stubStorage(null)
  expect(size.read()).toBe('small')
})

test('a choice is kept under its own name', () => {
  const written = stubStorage(null)
  size.write('large')
  expect([...written]).toEqual([['plugboard-size', 'large']])
})

test('a browser that may keep nothing gives the fallback and refuses silently', () => {
  const refuse = (): never => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
  expect(size.read()).toBe('small')
  expect(() => size.write('large')).not.toThrow()
})
