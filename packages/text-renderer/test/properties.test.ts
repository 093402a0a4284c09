import { fc, test } from '@fast-check/vitest'
import { listActions, renderText } from '@plugboard/text-renderer'
import stringWidth from 'string-width'
import { expect } from 'vitest'

import { anyTree } from './anyTree.ts'

// oxlint-disable-next-line no-control-regex -- what is looked for
const OUR_COLOURS = /\u001B\[\d+m/g
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
const width = fc.integer({ min: 20, max: 120 })

test.prop([anyTree, width, fc.boolean()])(
  'any tree is drawn within the width, without a control character',
  (tree, columns, unicode) => {
    for (const line of renderText(tree, { width: columns, unicode }).split('\n')) {
      expect(line).not.toMatch(CONTROLS)
      expect(stringWidth(line)).toBeLessThanOrEqual(columns)
    }
  },
)

test.prop([anyTree, width])(
  'colours add their own sequences, each of them ended on its line, and nothing else',
  (tree, columns) => {
    const plain = renderText(tree, { width: columns })
    const lines = renderText(tree, { width: columns, color: true }).split('\n')
    for (const line of lines) {
      const codes = line.match(OUR_COLOURS) ?? []
      expect(codes.filter((_, index) => index % 2 === 1).every((code) => code === '\u001B[0m')).toBe(true)
      expect(codes.length % 2).toBe(0)
    }
    const bare = lines.map((line) => line.replaceAll(OUR_COLOURS, '').trimEnd())
    expect(bare).toEqual(plain.split('\n'))
  },
)

test.prop([anyTree, width])('whatever can be pressed has its number in the text, from 1 on', (tree, columns) => {
  const text = renderText(tree, { width: columns }).replaceAll(/\s/g, '')
  const actions = listActions(tree, { width: columns })
  expect(actions.map(({ number }) => number)).toEqual(actions.map((_, index) => index + 1))
  for (const { number } of actions) expect(text).toContain(`[${number}]`)
})
