import { ClipboardPaste, Search, ShieldX } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'

import { messages } from '../messages/index.ts'
import { shellActions } from '../shell/shellSlice.ts'
import { useCommands } from '../workspace/commands.ts'
import { useAppDispatch } from '../workspace/hooks.ts'

const words = messages.welcome

/** A workspace in which nothing runs yet: three ways to begin. */
export function Welcome(): ReactElement {
  const dispatch = useAppDispatch()
  const commands = useCommands()
  const write = (): void => {
    dispatch(shellActions.dialogOpened({ kind: 'newPlugin' }))
  }
  return (
    <section className="wel" aria-label={words.region} tabIndex={0}>
      <div className="w">
        <div>
          <h1>{words.title}</h1>
          <p className="lede">{words.text}</p>
        </div>
        <div className="starts">
          <Start
            title={words.counters}
            text={words.countersText}
            picture={<Counters />}
            onStart={() => void commands.addCounters()}
          />
          <Start
            title={words.deny}
            text={words.denyText}
            picture={<Denied />}
            onStart={() => void commands.addDenied()}
          />
          <Start title={words.write} text={words.writeText} picture={<Source />} onStart={write} />
        </div>
        <div className="row wel-more">
          <button type="button" className="btn lg" onClick={write}>
            <ClipboardPaste size={16} aria-hidden="true" />
            {words.paste}
          </button>
          <button
            type="button"
            className="btn lg"
            onClick={() => dispatch(shellActions.dialogOpened({ kind: 'palette', query: messages.commands.addQuery }))}
          >
            <Search size={16} aria-hidden="true" />
            {words.choose}
          </button>
        </div>
      </div>
    </section>
  )
}

interface StartProps {
  readonly title: string
  readonly text: string
  /** Decorative. */
  readonly picture: ReactNode
  readonly onStart: () => void
}

function Start({ title, text, picture, onStart }: StartProps): ReactElement {
  return (
    <button type="button" className="start" onClick={onStart}>
      <span className="thumb" aria-hidden="true">
        {picture}
      </span>
      <span className="start-title">{title}</span>
      <span className="sec">{text}</span>
    </button>
  )
}

function Counters(): ReactElement {
  return (
    <span className="row">
      {['3', '9'].map((value) => (
        <b key={value} className="digit num">
          {value}
        </b>
      ))}
    </span>
  )
}

function Denied(): ReactElement {
  return (
    <span className="note">
      <ShieldX size={14} />
      {words.denyPicture}
    </span>
  )
}

function Source(): ReactElement {
  return (
    <code className="source">
      {words.sourcePicture.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </code>
  )
}
