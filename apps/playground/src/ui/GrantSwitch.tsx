import { Switch } from '@base-ui/react/switch'
import type { ReactElement } from 'react'

export interface GrantSwitchProps {
  readonly label: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}

/** One grant, on or off. */
export function GrantSwitch({ label, checked, disabled = false, onChange }: GrantSwitchProps): ReactElement {
  return (
    <Switch.Root className="sw" aria-label={label} checked={checked} disabled={disabled} onCheckedChange={onChange} />
  )
}
