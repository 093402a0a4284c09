import { expect, it } from 'vitest'

import * as browser from '../src/index.browser.ts'
import * as node from '../src/index.ts'

it('exports exactly the documented values, the same to browsers and to Node.js', () => {
  expect(Object.keys(node)).toEqual(['createQuickJSRuntime'])
  expect(Object.keys(browser)).toEqual(Object.keys(node))
})
