import { useEffect, useState, type ReactElement } from 'react'

import { useHost } from '../workspace/hooks.ts'
import { DenialSpeech } from './denialSpeech.ts'

/** Tells a screen reader, politely, that something was denied and why. */
export function DenialAnnouncer(): ReactElement {
  const host = useHost()
  const [words, setWords] = useState('')
  useEffect(() => {
    const speech = new DenialSpeech({
      say: setWords,
      schedule: (work, delayMs) => {
        const timer = setTimeout(work, delayMs)
        return () => {
          clearTimeout(timer)
        }
      },
    })
    const stopListening = host.on('trace', (records) => {
      for (const record of records) {
        if (record.kind !== 'dispatch' || record.outcome !== 'denied') continue
        const { instanceId, reason } = record
        if (instanceId !== undefined && reason !== undefined) speech.note(instanceId, reason)
      }
    })
    return () => {
      stopListening()
      speech.stop()
    }
  }, [host])
  return (
    <div className="vh" role="status" aria-live="polite">
      {words}
    </div>
  )
}
