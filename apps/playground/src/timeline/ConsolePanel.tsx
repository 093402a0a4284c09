import type { ReactElement } from 'react'

import { useAppSelector } from '../workspace/hooks.ts'
import { formatClock } from './timelineRow.ts'

/** What plugins wrote with `console`, newest last. */
export function ConsolePanel(): ReactElement {
  const log = useAppSelector((state) => state.workspace.log)
  if (log.length === 0) return <p className="panel-empty">No plugin has written to its console.</p>
  return (
    <ul className="con" tabIndex={0} aria-label="Console lines">
      {log.map((line, index) => (
        <li key={`${line.at}-${index}`} className={line.level}>
          <span className="num mut">{formatClock(line.at)}</span>
          <span className="mono mut">{line.instanceId}</span>
          <span className="grow">
            <span className="vh">{line.level}: </span>
            {line.args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
