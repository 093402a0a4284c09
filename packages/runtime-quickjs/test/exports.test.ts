import { expect, it } from 'vitest'

import * as browser from '../src/index.browser.ts'
import * as node from '../src/index.ts'
import * as vite from '../src/index.vite.ts'

it('exports exactly the documented values, the same to browsers and to Node.js', () => {
  expect(Object.keys(node)).toEqual(['createQuickJSRuntime'])
  expect(Object.keys(browser)).toEqual(Object.keys(node))
})

it('exports one plugin to builds', () => {
  expect(Object.keys(vite)).toEqual(['startEarly'])
})
