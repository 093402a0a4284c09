import { Dialog } from '@base-ui/react/dialog'
import { Check, Copy, Download } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState, type ReactElement } from 'react'
import { useStore } from 'react-redux'

import { messages } from '../messages/index.ts'
import { OnOffSwitch } from '../ui/OnOffSwitch.tsx'
import type { RootState } from '../workspace/hooks.ts'
import { useDeskView } from '../workspaces/deskContext.ts'
import { useExportFile } from '../workspaces/useExportFile.ts'
import { collectShare } from './collectShare.ts'
import { isLinkTooLong, makeLink } from './link.ts'
import { packShare } from './packShare.ts'
import type { SharedWorkspace } from './sharedWorkspace.ts'

const words = messages.sharing

/** Makes a link of the open workspace, and says what is in it. Nothing is sent. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const name = useDeskView().current?.name ?? messages.workspaces.first
  const store = useStore<RootState>()
  const [hasStates, setHasStates] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const exportFile = useExportFile(setProblem)
  // As it is when the dialog opens: a link that changes while it is copied would be none.
  const [state] = useState(() => store.getState())
  const { left, share } = useMemo(() => collectShare({ name, state, hasStates }), [name, state, hasStates])
  const link = useLink(share)
  const contents = [
    ...(share.projects.length === 0 ? [] : [words.projects(share.projects.length)]),
    words.instances(share.instances.length),
    words.noGrants,
    ...(left === 0 ? [] : [words.left(left)]),
  ]
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="dlg">
          <div className="in">
            <Dialog.Title>{words.shareTitle(name)}</Dialog.Title>
            <Dialog.Description className="sec">{words.shareText}</Dialog.Description>
            <div className="stack">
              <h3 className="lbl">{words.inIt}</h3>
              <ul className="share-contents">
                {contents.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
            <div className="ask">
              <div className="grow">
                <div className="strong">{words.withStates}</div>
                <div className="sec small">{words.withStatesHint}</div>
              </div>
              <OnOffSwitch label={words.withStates} checked={hasStates} onChange={setHasStates} />
            </div>
            {/* Another link was not copied yet. */}
            <Link key={link} link={link} />
            {problem === null ? null : (
              <p role="alert" className="errc">
                {problem}
              </p>
            )}
          </div>
          <div className="dft">
            <Dialog.Close className="btn ghost dlg-start">{words.close}</Dialog.Close>
            <button
              type="button"
              className={link !== null && isLinkTooLong(link) ? 'btn pri' : 'btn'}
              title={words.fileHint}
              onClick={exportFile}
            >
              <Download size={14} aria-hidden="true" />
              {words.saveFile}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** The link of a share; null while it is made. */
function useLink(share: SharedWorkspace): string | null {
  const [made, setMade] = useState<{ readonly share: SharedWorkspace; readonly link: string } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void packShare(share).then((packed) => {
      if (isCurrent) setMade({ share, link: makeLink(location.href, packed) })
    })
    return () => {
      isCurrent = false
    }
  }, [share])
  return made?.share === share ? made.link : null
}

function Link({ link }: { readonly link: string | null }): ReactElement {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'yes' | 'by-hand' | null>(null)
  if (link === null) return <p className="mut small">{words.packing}</p>
  if (isLinkTooLong(link)) return <p role="status">{words.tooLong(link.length)}</p>
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link)
      setCopied('yes')
    } catch {
      field.current?.select()
      setCopied('by-hand')
    }
  }
  return (
    <div className="stack">
      <label className="lbl" htmlFor={id}>
        {words.link}
      </label>
      <div className="row">
        <span className="field grow">
          <input
            ref={field}
            id={id}
            className="mono"
            readOnly
            value={link}
            onFocus={(event) => event.target.select()}
          />
        </span>
        <button type="button" className="btn pri" onClick={() => void copy()}>
          {copied === 'yes' ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
          {copied === 'yes' ? words.copied : words.copy}
        </button>
      </div>
      <p className="mut small num">{words.linkLength(link.length)}</p>
      <p role="status" className={copied === 'by-hand' ? 'small' : 'vh'}>
        {copied === null ? '' : copied === 'yes' ? words.copied : words.copyByHand}
      </p>
    </div>
  )
}
