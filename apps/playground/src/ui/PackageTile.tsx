import {
  Activity,
  FlaskConical,
  Blocks,
  Calculator,
  Hand,
  Hash,
  LayoutDashboard,
  MessageSquare,
  type LucideIcon,
} from 'lucide-react'
import type { ReactElement } from 'react'

import type { PackageEntry, PackageIconName } from '../host/packageCatalog.ts'

const ICONS: Readonly<Record<PackageIconName, LucideIcon>> = {
  counter: Hash,
  calculator: Calculator,
  greeter: Hand,
  dashboard: LayoutDashboard,
  monitor: Activity,
  greeting: MessageSquare,
  plugin: Blocks,
  stress: FlaskConical,
}

export interface PackageTileProps {
  readonly entry: PackageEntry | undefined
  readonly small?: boolean
}

/** The coloured square that stands for a package everywhere. Decorative: its name is always beside it. */
export function PackageTile({ entry, small = false }: PackageTileProps): ReactElement {
  const Icon = ICONS[entry?.icon ?? 'plugin']
  return (
    <span className={`tile ${small ? 'sm' : ''} t${entry?.tile ?? 6}`} aria-hidden="true">
      <Icon size={small ? 14 : 16} />
    </span>
  )
}
