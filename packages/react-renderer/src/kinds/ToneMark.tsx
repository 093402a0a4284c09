import type { Tone } from '@plugboard/contracts'
import type { ReactElement } from 'react'

const SHAPES: Readonly<Record<Exclude<Tone, 'neutral' | 'accent'>, string>> = {
  positive: 'M2.5 6.5 5 9l4.5-5.5',
  warning: 'M6 2v4.5M6 9.8v.01',
  critical: 'm3 3 6 6m0-6-6 6',
}

/** A tone's shape, beside its colour: what is told by colour alone is not told to everybody. */
export function ToneMark({ tone }: { readonly tone: Tone | undefined }): ReactElement | null {
  if (tone === undefined || tone === 'neutral' || tone === 'accent') return null
  return (
    <svg className="pui-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={SHAPES[tone]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  )
}
