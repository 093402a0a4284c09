import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { SourceFrame } from './SourceFrame.tsx'

test('a line of source shows the marks of direction that are in it', () => {
  const html = renderToStaticMarkup(createElement(SourceFrame, { code: 'one\ntwo\u202E()\nthree', line: 2 }))
  expect(html).toContain(String.raw`two\u202e()`)
})
