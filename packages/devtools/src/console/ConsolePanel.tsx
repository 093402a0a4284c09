import { explainReason } from '@plugboard/contracts'
import { type ComponentType, memo, type ReactElement, useLayoutEffect, useMemo, useRef } from 'react'

import { JsonTree } from '../json/JsonTree.tsx'
import type { DevtoolsMessages } from '../messages/index.ts'
import { useSession, useDevtoolsState, useMessages, useModel } from '../session/context.tsx'
import { WhileOpen } from '../session/WhileOpen.tsx'
import { SourceLink } from '../source/SourceLink.tsx'
import { displayText } from '../ui/displayText.ts'
import { formatClock } from '../ui/format.ts'
import { ConsoleControls } from './ConsoleControls.tsx'
import { type ConsoleLine, type HostEvent, isLineShown } from './consoleModel.ts'

/** What plugins wrote with `console`, and what the host says of them, newest last, with its filters. */
export function ConsolePanel(): ReactElement {
  return (
    <WhileOpen>
      <section className="pbd-root pbd-part">
        <div className="pbd-toolbar">
          <ConsoleControls />
        </div>
        <ConsoleBody />
      </section>
    </WhileOpen>
  )
}

/** The console without its filters. */
export function ConsoleBody(): ReactElement {
  const { console: model } = useSession()
  const { console: words } = useMessages()
  useModel(model)
  const filter = useDevtoolsState((state) => state.console)
  const { lines } = model
  const shown = useMemo(() => lines.filter((line) => isLineShown(line, filter)), [lines, filter])
  const list = useRef<HTMLUListElement>(null)
  const reading = useRef({ isAtEnd: true, top: 0 })
  const newestId = shown.at(-1)?.id
  useLayoutEffect(() => {
    if (newestId !== undefined && reading.current.isAtEnd) showEnd(list.current)
  }, [newestId])
  if (shown.length === 0) {
    return (
      <p className="pbd-empty" role="status">
        {lines.length === 0 ? words.empty : words.noMatch}
      </p>
    )
  }
  return (
    <ul
      ref={list}
      className="pbd-lines"
      tabIndex={0}
      aria-label={words.lines}
      onScroll={(event) => {
        reading.current = readOn(reading.current, event.currentTarget)
      }}
    >
      {shown.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ul>
  )
}

/** Who reads the newest line goes on reading the newest line; who reads an older one is left there. */
function showEnd(list: HTMLElement | null): void {
  if (list !== null) list.scrollTop = list.scrollHeight
}

interface Reading {
  readonly isAtEnd: boolean
  readonly top: number
}

// Only who scrolls back leaves the end: lines that came in since the list was scrolled take nobody from it.
function readOn(before: Reading, { clientHeight, scrollHeight, scrollTop }: HTMLElement): Reading {
  const isThere = scrollHeight - scrollTop - clientHeight < END
  return { isAtEnd: isThere || (before.isAtEnd && scrollTop >= before.top), top: scrollTop }
}

/** Pixels from the end that still are the end. */
const END = 24

interface LineProps {
  readonly line: ConsoleLine
}

const Line: ComponentType<LineProps> = memo(function Line({ line }: LineProps): ReactElement {
  const { console: words } = useMessages()
  const level = line.from === 'host' ? hostLevel(line.event) : line.level
  return (
    <li className={`pbd-line pbd-level-${level}`}>
      <span className="pbd-muted pbd-number">{formatClock(line.at)}</span>
      <span className="pbd-mono pbd-muted">{line.instanceId ?? ''}</span>
      <div className="pbd-line-words">
        <span className="pbd-hidden">{line.from === 'host' ? words.level.host : words.level[line.level]}: </span>
        {line.from === 'host' ? <HostWords line={line} /> : <Arguments args={line.args} />}
      </div>
      {line.source === undefined ? null : <SourceLink instanceId={line.instanceId} position={line.source} />}
    </li>
  )
})

function hostLevel(event: HostEvent): 'denied' | 'error' | 'info' {
  if (event.kind === 'denied') return 'denied'
  return event.kind === 'restart' ? 'info' : 'error'
}

function HostWords({ line }: { readonly line: Extract<ConsoleLine, { readonly from: 'host' }> }): ReactElement {
  const devtools = useSession()
  const { console: words } = useMessages()
  const { instanceId, seq } = line
  return (
    <>
      {describeEvent(line.event, words)}{' '}
      <button type="button" className="pbd-link" onClick={() => devtools.revealEvent({ seq, instanceId })}>
        {words.openEvent(seq)}
      </button>
    </>
  )
}

function describeEvent(event: HostEvent, words: DevtoolsMessages['console']): string {
  switch (event.kind) {
    case 'denied':
      return words.denied(displayText(explainReason(event.reason).title))
    case 'error':
      return words.failed(event.code, displayText(event.message))
    case 'restart':
      return words.restarted(event.attempt)
    case 'quarantine':
      return words.quarantined
  }
}

function Arguments({ args }: { readonly args: readonly unknown[] }): ReactElement {
  const { console: words } = useMessages()
  return (
    <>
      {args.map((arg, index) =>
        typeof arg === 'object' && arg !== null ? (
          <JsonTree key={index} label={words.value} value={arg} />
        ) : (
          <span key={index}>{typeof arg === 'string' ? displayText(arg, LOGGED_LENGTH) : String(arg)} </span>
        ),
      )}
    </>
  )
}

/** Longest text that a line shows, in characters; a runtime cuts lines at about this. */
const LOGGED_LENGTH = 2_000
