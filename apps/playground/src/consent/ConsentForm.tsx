import { Dialog } from '@base-ui/react/dialog'
import { DEFAULT_LIMITS } from '@plugboard/contracts'
import { Users } from 'lucide-react'
import { useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { formatBytes } from '../ui/format.ts'
import { useDesk } from '../workspaces/deskContext.ts'
import { useLeave } from '../workspaces/useLeave.tsx'
import { countLines, type Arrival } from './arrival.ts'
import { AskList } from './AskList.tsx'
import { CodeList } from './CodeList.tsx'
import type { Ask } from './asks.ts'
import { ConsentAnswers } from './ConsentAnswers.tsx'

const words = messages.sharing

/** The question itself. Every switch begins off, whatever the link says. */
export function ConsentForm({ arrival }: { readonly arrival: Arrival }): ReactElement {
  const { arrivals } = useDesk()
  const [problem, setProblem] = useState<string | null>(null)
  const { attempt, question } = useLeave(setProblem)
  const [granted, setGranted] = useState<readonly Ask[]>([])
  const [isRunning, setRunning] = useState(false)
  const [isCodeOpen, setCodeOpen] = useState(false)
  const { asks, damaged, from, missing, name, plugins } = arrival
  const lines = countLines(plugins)
  const run = async (grants: readonly Ask[]): Promise<void> => {
    setRunning(true)
    await attempt((options) => arrivals.accept(arrival, grants, options))
    setRunning(false)
  }
  return (
    <>
      <div className="in">
        <div className="row consent-head">
          <span className="tile t5" aria-hidden="true">
            <Users size={18} />
          </span>
          <div>
            <Dialog.Title>{words.title[from](name)}</Dialog.Title>
            <Dialog.Description className="sec">
              {words.explain} {asks.known.length > 0 ? words.choose : words.asksNothing}
            </Dialog.Description>
          </div>
        </div>
        {problem === null ? null : (
          <p role="alert" className="errc">
            {problem}
          </p>
        )}
        {asks.known.length === 0 ? null : <AskList asks={asks.known} granted={granted} onChange={setGranted} />}
        <Notes asks={asks.unknown} missing={missing} damaged={damaged} />
        <div className="stack">
          <h3 className="lbl">{words.contents}</h3>
          <ul className="share-contents">
            {plugins.map(({ code, instances, key, title }) => (
              <li key={key}>{words.pluginLine(title, instances, code === null)}</li>
            ))}
          </ul>
        </div>
        <p className="mut small">
          {words.foot(formatBytes(DEFAULT_LIMITS.memoryBytes), LIMIT_MS)}{' '}
          {lines === 0 ? null : (
            <button
              type="button"
              className="linkish"
              aria-expanded={isCodeOpen}
              onClick={() => setCodeOpen(!isCodeOpen)}
            >
              {isCodeOpen ? words.hideCode : words.viewCode(lines)}
            </button>
          )}
        </p>
        {isCodeOpen ? <CodeList plugins={plugins} /> : null}
      </div>
      <ConsentAnswers
        granted={granted}
        isWorking={isRunning}
        cancel={words.cancel}
        withNone={words.runWithNone}
        withGrants={words.runWith}
        onAnswer={run}
      />
      {question}
    </>
  )
}

const LIMIT_MS = new Intl.NumberFormat('en').format(DEFAULT_LIMITS.wallMs.render)

interface NotesProps {
  readonly asks: number
  readonly missing: readonly string[]
  readonly damaged: number
}

function Notes({ asks, damaged, missing }: NotesProps): ReactElement | null {
  const notes = [
    ...(asks === 0 ? [] : [words.unknownAsks(asks)]),
    ...(missing.length === 0 ? [] : [words.missing(missing.join(', '))]),
    ...(damaged === 0 ? [] : [words.damaged(damaged)]),
  ]
  if (notes.length === 0) return null
  return (
    <div className="stack">
      {notes.map((note) => (
        <p key={note} className="small warnc">
          {note}
        </p>
      ))}
    </div>
  )
}
