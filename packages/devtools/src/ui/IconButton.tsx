import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'

export interface IconButtonProps {
  readonly label: string
  readonly icon: LucideIcon
  readonly onClick: () => void
  readonly disabled?: boolean
}

/** A button that shows a sign and is called by its words. */
export function IconButton({ disabled = false, icon: Icon, label, onClick }: IconButtonProps): ReactElement {
  return (
    <button
      type="button"
      className="pbd-button pbd-ghost pbd-square"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  )
}
