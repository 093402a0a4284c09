import { Switch } from '@base-ui/react/switch'
import type { ReactElement } from 'react'

export interface GrantSwitchProps {
  readonly label: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}

/** One grant, on or off. */
export function GrantSwitch({ checked, disabled = false, label, onChange }: GrantSwitchProps): ReactElement {
  return (
    <Switch.Root
      className="pbd-switch"
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
    />
  )
}
