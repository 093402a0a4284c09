import type { DispatchOutcome } from '@plugboard/contracts'
import { Check, Minus, ShieldX } from 'lucide-react'
import type { ReactElement } from 'react'

import { Pill } from './Pill.tsx'

/** What became of an intent. */
export function OutcomePill({ outcome }: { readonly outcome: DispatchOutcome }): ReactElement {
  switch (outcome) {
    case 'applied':
      return (
        <Pill tone="ok" icon={<Check size={12} aria-hidden="true" />}>
          Applied
        </Pill>
      )
    case 'denied':
      return (
        <Pill tone="warn" icon={<ShieldX size={12} aria-hidden="true" />}>
          Denied
        </Pill>
      )
    case 'ignored':
      return (
        <Pill tone="mute" icon={<Minus size={12} aria-hidden="true" />}>
          Ignored
        </Pill>
      )
  }
}
