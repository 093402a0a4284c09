import { isLinkAddress } from '@plugboard/contracts'
import { type MouseEvent, type ReactElement, useState } from 'react'

import { useA11y } from '../a11yProps.ts'
import { controlName } from '../controlName.ts'
import type { NodeProps } from '../nodeProps.ts'
import { useWidget } from '../widgetContext.ts'
import { IconMark } from './IconMark.tsx'

/** A tab of its own that knows nothing of this page. */
const TAB = { target: '_blank', rel: 'noopener noreferrer nofollow', referrerPolicy: 'no-referrer' } as const

/**
 * A link out of the page. The host's policy is asked when it is followed: it opens, or the person is shown where it leads
 * and asked, or nothing happens.
 */
export function Link({ node }: NodeProps<'link'>): ReactElement {
  const { href, text } = node
  const { decideNavigation } = useWidget()
  const a11y = useA11y(node.a11y)
  const [question, setQuestion] = useState<'confirm' | 'block' | null>(null)
  const follow = (event: MouseEvent): void => {
    const decision = decideNavigation(href)
    if (decision === 'open') return
    event.preventDefault()
    setQuestion(decision)
  }
  // The parser lets nothing else through; this holds for trees that nobody has parsed.
  if (!isLinkAddress(href)) return <span className="pui-link">{text}</span>
  const place = placeOf(href)
  return (
    <span className="pui-link">
      {/* The middle button opens too, without a click. */}
      <a
        {...TAB}
        href={href}
        {...a11y}
        aria-label={controlName(text, node.a11y?.label)}
        onClick={follow}
        onAuxClick={follow}
      >
        {text}
        <IconMark name="external-link" />
        <span className="pui-hidden"> (opens in a new tab)</span>
      </a>
      <span className="pui-link-question" data-open={question !== null}>
        <span role="status">
          {question === 'confirm' ? 'This leads away from this page, to ' : null}
          {question === 'block' ? 'This page does not open ' : null}
          {question === null ? null : <bdi className="pui-link-place">{place}</bdi>}
        </span>
        {question === 'confirm' ? (
          <>
            <a {...TAB} className="pui-button" href={href} onClick={() => setQuestion(null)}>
              Open it
            </a>
            <button type="button" className="pui-button" data-variant="quiet" onClick={() => setQuestion(null)}>
              Stay here
            </button>
          </>
        ) : null}
      </span>
    </span>
  )
}

/** Where an address leads, in the words of whoever is asked: the host of a page, the receiver of a message. */
function placeOf(href: string): string {
  const { host, pathname, protocol } = new URL(href)
  return protocol === 'mailto:' ? `a message to ${pathname}` : host
}
