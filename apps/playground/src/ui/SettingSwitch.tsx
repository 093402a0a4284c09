import { Switch } from '@base-ui/react/switch'
import type { ReactElement } from 'react'

export interface SettingSwitchProps {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** A setting that is on or off, with its name beside it. */
export function SettingSwitch({ isOn, label, onChange }: SettingSwitchProps): ReactElement {
  return (
    <span className="row">
      <Switch.Root className="sw" aria-label={label} checked={isOn} onCheckedChange={onChange} />
      <span aria-hidden="true">{label}</span>
    </span>
  )
}
