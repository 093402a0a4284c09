import { Switch } from '@base-ui/react/switch'
import type { ReactElement } from 'react'

export interface OnOffSwitchProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** Something that is on or off. */
export function OnOffSwitch({ checked, label, onChange }: OnOffSwitchProps): ReactElement {
  return <Switch.Root className="sw" aria-label={label} checked={checked} onCheckedChange={onChange} />
}
