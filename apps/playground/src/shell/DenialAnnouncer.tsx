import { explainReason } from '@plugboard/contracts'
import { useEffect, useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useAppSelector } from '../workspace/hooks.ts'

/** Shortest time between two announcements, in milliseconds: a flood of denials must not flood a screen reader. */
const ANNOUNCE_EVERY = 1_000

/** Tells a screen reader, politely, that something was denied and why. */
export function DenialAnnouncer(): ReactElement {
  const denied = useAppSelector((state) => state.plugins.dispatchTrace.byOutcome.denied)
  const reason = useAppSelector((state) =>
    state.plugins.dispatchTrace.lastOutcome === 'denied' ? state.plugins.dispatchTrace.lastReason : null,
  )
  const [words, setWords] = useState('')
  useEffect(() => {
    if (denied === 0 || reason === null) return
    const timer = setTimeout(() => {
      setWords(messages.shell.deniedSpoken(explainReason(reason).title))
    }, ANNOUNCE_EVERY)
    return () => {
      clearTimeout(timer)
    }
  }, [denied, reason])
  return (
    <div className="vh" role="status" aria-live="polite">
      {words}
    </div>
  )
}
