import type { DispatchOutcome } from '@plugboard/contracts'
import { Check, Minus, ShieldX } from 'lucide-react'
import type { ReactElement } from 'react'

import { useMessages } from '../session/context.tsx'
import { Pill } from './Pill.tsx'

const LOOKS = {
  applied: ['ok', Check],
  denied: ['warn', ShieldX],
  ignored: ['mute', Minus],
} as const

/** What became of an intent. */
export function OutcomePill({ outcome }: { readonly outcome: DispatchOutcome }): ReactElement {
  const { timeline } = useMessages()
  const [tone, Icon] = LOOKS[outcome]
  return (
    <Pill tone={tone} icon={<Icon size={12} aria-hidden="true" />}>
      {timeline.outcomes[outcome]}
    </Pill>
  )
}
