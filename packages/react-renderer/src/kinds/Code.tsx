import { type ReactElement, useEffect, useRef, useState } from 'react'

import { useA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'
import { useOverflow } from '../useOverflow.ts'

export function Code({ node }: NodeProps<'code'>): ReactElement {
  const { copy, language, lineNumbers, text } = node
  const block = useRef<HTMLPreElement>(null)
  const overflows = useOverflow(block)
  const a11y = useA11y(node.a11y)
  const name = node.a11y?.label ?? (language === undefined ? 'Code' : `Code, ${language}`)
  return (
    <div className="pui-code">
      {language === undefined && copy !== true ? null : (
        <div className="pui-code-head">
          <span>{language}</span>
          {copy === true ? <CopyButton text={text} /> : null}
        </div>
      )}
      {/* A tab stop only when it has to be scrolled. */}
      <pre
        ref={block}
        className="pui-code-text"
        data-numbered={lineNumbers}
        role="group"
        tabIndex={overflows ? 0 : undefined}
        {...a11y}
        aria-label={name}
      >
        <code>{lineNumbers === true ? numbered(text) : text}</code>
      </pre>
    </div>
  )
}

/** Each line in an element of its own, which the style sheet counts: numbers are not part of what is copied. */
function numbered(text: string): readonly ReactElement[] {
  // Lines have no other identity than their place.
  return text.split('\n').map((line, index) => <span key={String(index)} className="pui-code-line">{`${line}\n`}</span>)
}

type CopyState = 'idle' | 'copied' | 'failed'

const WORDS: Readonly<Record<CopyState, string>> = { idle: 'Copy', copied: 'Copied', failed: 'Cannot copy here' }
const SHOWN_MS = 2_000

/** The host's own button: a plugin never comes near the clipboard. */
function CopyButton({ text }: { readonly text: string }): ReactElement {
  const [state, setState] = useState<CopyState>('idle')
  useEffect(() => {
    if (state === 'idle') return undefined
    const timer = setTimeout(() => setState('idle'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])
  const write = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      // No permission, or a page that is not secure.
      setState('failed')
    }
  }
  return (
    <button type="button" className="pui-button" data-variant="quiet" onClick={() => void write()}>
      <span aria-live="polite">{WORDS[state]}</span>
    </button>
  )
}
