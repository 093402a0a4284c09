import { Download, RotateCcw, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useSavedView, useSavedWorkspace } from '../workspace/savedWorkspaceContext.ts'

const words = messages.saved

// Few ever see the question.
const StartOver = lazy(async () => ({ default: (await import('./StartOver.tsx')).StartOver }))

/** Problems that are told in full; more than these say that there are more. */
const MOST_TOLD = 3

/** Says that what was saved could not all be restored, or that nothing is saved, and how to go on. */
export function SavedNotice(): ReactElement | null {
  const saved = useSavedWorkspace()
  const { fault, notice, problems } = useSavedView()
  const [isAsking, setAsking] = useState(false)
  if (notice === null) return null
  return (
    <section className="refusal saved-notice" aria-label={words.region}>
      <div className="row" role="alert">
        <TriangleAlert size={16} aria-hidden="true" />
        <div className="grow">
          <p className="strong">{words.headlines[notice.kind]}</p>
          {fault === null ? null : <p>{fault}</p>}
          {problems.length > 0 ? (
            <ul>
              {problems.slice(0, MOST_TOLD).map(({ code, message, part }, index) => (
                // The list is made once, and two problems may be told in the same words.
                <li key={`${index} ${code} ${part}`}>{message}</li>
              ))}
              {problems.length > MOST_TOLD ? <li>{words.more(problems.length - MOST_TOLD)}</li> : null}
            </ul>
          ) : null}
        </div>
      </div>
      <div className="row saved-actions">
        <button type="button" className="btn" onClick={() => saved.download()}>
          <Download size={14} aria-hidden="true" />
          {words.download[notice.exports]}
        </button>
        {notice.canLoadAgain ? (
          <button type="button" className="btn" onClick={() => location.reload()}>
            <RotateCcw size={14} aria-hidden="true" />
            {words.loadAgain}
          </button>
        ) : null}
        {notice.canStartOver ? (
          <button type="button" className="btn" onClick={() => setAsking(true)}>
            <RotateCcw size={14} aria-hidden="true" />
            {words.startOver}
          </button>
        ) : null}
      </div>
      {isAsking ? (
        <Suspense>
          <StartOver
            onClose={() => setAsking(false)}
            onConfirm={() => {
              setAsking(false)
              void saved.startOver()
            }}
          />
        </Suspense>
      ) : null}
    </section>
  )
}
