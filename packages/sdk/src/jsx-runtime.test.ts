import { describe, expect, test } from 'vitest'

import { jsxDEV } from './jsx-dev-runtime.ts'
import { Fragment, jsx, jsxs } from './jsx-runtime.ts'
import { Column, Divider } from './components/layout.ts'
import { Text } from './components/content.ts'

describe('jsx', () => {
  test('calls the component and puts the key on its node as text', () => {
    expect(jsx(Divider, {}, 7)).toEqual({ kind: 'divider', key: '7' })
    expect(jsxs(Column, { children: ['a', 'b'] })).toEqual({
      kind: 'column',
      children: [
        { kind: 'text', text: 'a' },
        { kind: 'text', text: 'b' },
      ],
    })
  })

  test("puts the key on the node of an author's own component, whatever it does with its props", () => {
    expect(jsx(() => Text({ children: 'mine' }), {}, 'own')).toEqual({ kind: 'text', text: 'mine', key: 'own' })
  })

  test('throws UNKNOWN_ELEMENT for an HTML element, and says which components there are', () => {
    const make = (): unknown => jsx('div' as never, {})
    expect(make).toThrow(expect.objectContaining({ code: 'UNKNOWN_ELEMENT' }))
    expect(make).toThrow(/<div> is not a component.*Alert, Badge, Button, Checkbox, Code/)
  })

  test('flattens a fragment into its parent', () => {
    const fragment = jsxs(Fragment, { children: ['a', [null, 'b'], false] })
    expect(jsx(Column, { children: [fragment, 'c'] })).toMatchObject({
      children: [{ text: 'a' }, { text: 'b' }, { text: 'c' }],
    })
    expect(jsx(Fragment, {}, 'ignored')).toEqual([])
  })
})

describe('jsxDEV', () => {
  test('is jsx', () => {
    expect(jsxDEV(Divider, {}, 'line')).toEqual(jsx(Divider, {}, 'line'))
  })
})
