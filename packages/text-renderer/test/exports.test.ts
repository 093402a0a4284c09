import * as textRenderer from '@plugboard/text-renderer'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(textRenderer).toSorted()).toMatchInlineSnapshot(`
    [
      "createTextView",
      "listActions",
      "renderText",
    ]
  `)
})
