import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { CodeList } from './CodeList.tsx'

test('code is read in the order in which it runs, whatever marks of direction are in it', () => {
  const code = 'if (isAdmin\u202E \u2066) grant()'
  const plugin = { key: 'a', packageId: 'mine', title: 'Mine', instances: 1, request: {}, code }
  const html = renderToStaticMarkup(createElement(CodeList, { plugins: [plugin, { ...plugin, key: 'b', code: null }] }))
  expect(html).toContain(String.raw`if (isAdmin\u202e \u2066) grant()`)
  expect(html.match(/<section/g)).toHaveLength(1)
})
