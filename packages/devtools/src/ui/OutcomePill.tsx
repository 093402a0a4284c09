import type { DispatchOutcome } from '@plugboard/contracts'
import { Check, Minus, ShieldX } from 'lucide-react'
import { type ComponentType, memo, type ReactElement } from 'react'

import { useMessages } from '../session/context.tsx'
import { Pill } from './Pill.tsx'

const LOOKS = {
  applied: ['ok', Check],
  denied: ['warn', ShieldX],
  ignored: ['mute', Minus],
} as const

export interface OutcomePillProps {
  readonly outcome: DispatchOutcome
}

/** What became of an intent. */
export const OutcomePill: ComponentType<OutcomePillProps> = memo(function OutcomePill({
  outcome,
}: OutcomePillProps): ReactElement {
  const { timeline } = useMessages()
  const [tone, Icon] = LOOKS[outcome]
  return (
    <Pill tone={tone} icon={<Icon size={12} aria-hidden="true" />}>
      {timeline.outcomes[outcome]}
    </Pill>
  )
})
