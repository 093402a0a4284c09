import { GitBranch, History, Radio, Undo2, X } from 'lucide-react'
import { type ReactElement, useState } from 'react'

import type { DevtoolsMessages } from '../messages/index.ts'
import { useLive, useMessages, useSession, useTravel } from '../session/context.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import type { Continued, PastState } from './travelState.ts'

/**
 * Says, in the past, where one stands and that nothing that is done there happens, with the ways out of it; and after one
 * went on from there, what that changed, with its undo. Takes no room otherwise.
 */
export function TravelBanner(): ReactElement {
  const state = useTravel()
  const continued = state.isLive ? state.continued : null
  const Icon = continued === null ? History : GitBranch
  const isEmpty = state.isLive && continued === null
  return (
    <div className={`pbd-root ${isEmpty ? '' : 'pbd-banner'}`}>
      {isEmpty ? null : <Icon size={16} aria-hidden="true" />}
      {/* Always there: a status that comes with its words is not read out. */}
      <p role="status" className="pbd-grow">
        {state.isLive ? null : <PastWords past={state} />}
        {continued === null ? null : <ContinuedWords continued={continued} />}
      </p>
      {state.isLive ? null : <PastActions key={state.seq} isKnown={state.isKnown} />}
      {continued === null ? null : <ContinuedActions key={continued.result.seq} continued={continued} />}
    </div>
  )
}

function PastWords({ past }: { readonly past: PastState }): ReactElement {
  const { travel: words } = useMessages()
  const { isKnown, seq, stops } = past
  const newestSeq = stops.at(-1)?.seq ?? seq
  // The host runs on: what is delivered to it while somebody looks is handled.
  const arrived = useLive(({ trace }) =>
    trace.reduce((count, record) => count + (record.seq > newestSeq && record.kind === 'event' ? 1 : 0), 0),
  )
  return (
    <>
      <strong>{words.viewing(seq, newestSeq)}</strong>{' '}
      {isKnown ? (arrived === 0 ? words.paused : words.arrived(arrived)) : words.unknown}
    </>
  )
}

function PastActions({ isKnown }: { readonly isKnown: boolean }): ReactElement {
  const { travel } = useSession()
  const { travel: words } = useMessages()
  const [fault, setFault] = useState<string | null>(null)
  const continueHere = (): void => {
    try {
      travel.continueHere()
    } catch (error) {
      setFault(error instanceof Error ? error.message : words.notContinued)
    }
  }
  return (
    <>
      {isKnown ? (
        <button type="button" className="pbd-button" onClick={continueHere}>
          <GitBranch size={14} aria-hidden="true" />
          {words.continueHere}
        </button>
      ) : null}
      <button type="button" className="pbd-button pbd-primary" onClick={() => travel.goLive()}>
        <Radio size={14} aria-hidden="true" />
        {words.goLive}
      </button>
      {fault === null ? null : (
        <p role="alert" className="pbd-error">
          {fault}
        </p>
      )}
    </>
  )
}

function ContinuedWords({ continued: { fromSeq, result } }: { readonly continued: Continued }): ReactElement {
  const { travel: words } = useMessages()
  return (
    <>
      <strong>{words.continued(fromSeq)}</strong> {result.seq === null ? words.sameAsThen : consequences(result, words)}
    </>
  )
}

function consequences(
  { gone, kept, restarted, reverted }: Continued['result'],
  words: DevtoolsMessages['travel'],
): string {
  return [
    words.left(reverted.length),
    restarted.length === 0 ? '' : words.restarted(restarted.length),
    gone.length === 0 ? '' : words.gone(gone.length),
    kept.length === 0 ? '' : words.kept(kept.length),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function ContinuedActions({ continued }: { readonly continued: Continued }): ReactElement {
  const { travel } = useSession()
  const { travel: words } = useMessages()
  const [isRefused, setRefused] = useState(false)
  return (
    <>
      {continued.result.seq === null || isRefused ? null : (
        <button type="button" className="pbd-button" onClick={() => setRefused(!travel.undoContinue())}>
          <Undo2 size={14} aria-hidden="true" />
          {words.undo}
        </button>
      )}
      <IconButton label={words.dismiss} icon={X} onClick={() => travel.dismiss()} />
      {isRefused ? (
        <p role="alert" className="pbd-error">
          {words.notUndone}
        </p>
      ) : null}
    </>
  )
}
