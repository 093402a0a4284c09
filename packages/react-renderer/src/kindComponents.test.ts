import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'

import { BUILT_IN_COMPONENTS } from './builtInComponents.ts'
import { createFindKind } from './kindComponents.tsx'

const MyText = (): ReactNode => null
const Frame = ({ children }: { readonly children: ReactNode }): ReactNode => children

describe('createFindKind', () => {
  it('gives the component itself where nothing is wrapped, so that leaves are drawn without anything around them', () => {
    const findKind = createFindKind({ text: MyText }, {})
    expect(findKind('text')).toBe(MyText)
    expect(findKind('badge')).toBe(BUILT_IN_COMPONENTS.badge)
    expect(createFindKind({}, { panel: Frame })('badge')).toBe(BUILT_IN_COMPONENTS.badge)
  })

  it('gives the same wrapped component each time: another one would be drawn from nothing', () => {
    const findKind = createFindKind({}, { '*': Frame, text: Frame })
    expect(findKind('text')).toBe(findKind('text'))
    expect(findKind('text')).not.toBe(findKind('badge'))
    expect(findKind('text')).not.toBe(BUILT_IN_COMPONENTS.text)
  })

  it.each(['constructor', '__proto__', 'toString', '*'])('finds nothing for "%s", wrapped or not', (kind) => {
    for (const wrap of [{}, { '*': Frame }]) expect(createFindKind({}, wrap)(kind as 'text')).toBeNull()
  })
})
