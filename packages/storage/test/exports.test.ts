import * as storage from '@plugboard/storage'
import * as browser from '@plugboard/storage/browser'
import * as node from '@plugboard/storage/node'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect([storage, browser, node].map((entry) => Object.keys(entry).toSorted())).toMatchInlineSnapshot(`
    [
      [
        "createMemoryPlace",
        "createMemoryStorage",
      ],
      [
        "createIndexedDBStorage",
      ],
      [
        "createFileStorage",
      ],
    ]
  `)
})
