import { Filter } from 'lucide-react'
import type { ReactElement } from 'react'

export interface FilterFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Words that what is shown has to contain. */
export function FilterField({ label, onChange, value }: FilterFieldProps): ReactElement {
  return (
    <label className="pbd-field">
      <Filter size={14} aria-hidden="true" />
      <span className="pbd-hidden">{label}</span>
      <input
        type="search"
        placeholder={label}
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
