import { Switch } from '@base-ui/react/switch'
import type { ReactElement } from 'react'

import { useIsPast } from '../session/context.tsx'

export interface GrantSwitchProps {
  readonly label: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}

/** One grant, on or off. In the past it says what was granted, and cannot be changed. */
export function GrantSwitch({ checked, disabled = false, label, onChange }: GrantSwitchProps): ReactElement {
  const isPast = useIsPast()
  return (
    <Switch.Root
      className="pbd-switch"
      aria-label={label}
      checked={checked}
      disabled={disabled || isPast}
      onCheckedChange={onChange}
    />
  )
}
