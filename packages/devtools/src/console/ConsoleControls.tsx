import { Eraser } from 'lucide-react'
import type { ReactElement } from 'react'

import { useSession, useDevtoolsState, useMessages } from '../session/context.tsx'
import type { LevelFilter } from '../session/devtoolsState.ts'
import { FilterField } from '../ui/FilterField.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { InstanceSelect } from '../ui/InstanceSelect.tsx'

const LEVELS: readonly LevelFilter[] = ['all', 'debug', 'info', 'warn', 'error', 'host']

/** Filters and clearing of the console. */
export function ConsoleControls(): ReactElement {
  const devtools = useSession()
  const { console: words } = useMessages()
  const { instanceId, level, query } = useDevtoolsState((state) => state.console)
  return (
    <div className="pbd-controls">
      <select
        className="pbd-select"
        aria-label={words.filterByLevel}
        value={level}
        // The values are the ones that the options below were given.
        onChange={(event) => devtools.filterConsole({ level: event.target.value as LevelFilter })}
      >
        {LEVELS.map((name) => (
          <option key={name} value={name}>
            {words.levels[name]}
          </option>
        ))}
      </select>
      <InstanceSelect value={instanceId} onChange={(id) => devtools.filterConsole({ instanceId: id })} />
      <FilterField label={words.filter} value={query} onChange={(text) => devtools.filterConsole({ query: text })} />
      <IconButton label={words.clear} icon={Eraser} onClick={() => devtools.clearConsole()} />
    </div>
  )
}
