import { expect, it } from 'vitest'

import { showMarks } from './showMarks.ts'

it('makes marks of direction visible, and leaves words of every script as they are', () => {
  expect(showMarks('a\u202Ab\u202Ec\u2066d\u2069')).toBe(String.raw`a\u202ab\u202ec\u2066d\u2069`)
  for (const code of ["say('שלום')\n\tsay('مرحبا')", '👩‍👩‍👧', '']) expect(showMarks(code)).toBe(code)
})
