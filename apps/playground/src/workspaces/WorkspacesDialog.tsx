import { Dialog } from '@base-ui/react/dialog'
import { Copy, FolderOpen, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useEffect, useState, type ReactElement, type ReactNode } from 'react'

import { messages } from '../messages/index.ts'
import { useDesk, useDeskView } from './deskContext.ts'
import { NameDialog } from './NameDialog.tsx'
import { useLeave } from './useLeave.tsx'
import type { WorkspaceEntry } from './workspaceEntry.ts'

const words = messages.workspaces

/** All workspaces of this browser, with what can be done to each. */
export function WorkspacesDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { desk } = useDesk()
  const { current, entries } = useDeskView()
  const [problem, setProblem] = useState<string | null>(null)
  const { attempt, question } = useLeave(setProblem)
  const [renamed, setRenamed] = useState<WorkspaceEntry | null>(null)
  useEffect(() => void desk.refresh(), [desk])
  const kept = entries.filter(({ deletedAt }) => deletedAt === null)
  const deleted = entries.filter(({ deletedAt }) => deletedAt !== null)
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="dlg">
          <div className="in">
            <Dialog.Title>{words.all}</Dialog.Title>
            <Dialog.Description className="sec">{words.allText}</Dialog.Description>
            {problem === null ? null : (
              <p role="alert" className="errc">
                {problem}
              </p>
            )}
            <ul className="ws-list" aria-label={words.all}>
              {kept.map((entry) => (
                <Row key={entry.id} entry={entry} hint={entry.id === current?.id ? words.isOpen : openedWords(entry)}>
                  {entry.id === current?.id ? null : (
                    <Action
                      label={words.openNamed(entry.name)}
                      onClick={() =>
                        void attempt(async (options) => {
                          await desk.open(entry, options)
                          onClose()
                        })
                      }
                    >
                      <FolderOpen size={14} aria-hidden="true" />
                    </Action>
                  )}
                  <Action label={words.renameNamed(entry.name)} onClick={() => setRenamed(entry)}>
                    <Pencil size={14} aria-hidden="true" />
                  </Action>
                  <Action
                    label={words.duplicateNamed(entry.name)}
                    onClick={() => void attempt(() => desk.duplicate(entry))}
                  >
                    <Copy size={14} aria-hidden="true" />
                  </Action>
                  <Action label={words.removeNamed(entry.name)} onClick={() => void attempt(() => desk.remove(entry))}>
                    <Trash2 size={14} aria-hidden="true" />
                  </Action>
                </Row>
              ))}
            </ul>
            {deleted.length === 0 ? null : (
              <section aria-label={words.deletedTitle} className="stack">
                <h3 className="lbl">{words.deletedTitle}</h3>
                <p className="mut small">{words.deletedText}</p>
                <ul className="ws-list">
                  {deleted.map((entry) => (
                    <Row key={entry.id} entry={entry} hint={words.deletedAt(when(entry.deletedAt ?? 0))}>
                      <button
                        type="button"
                        className="btn"
                        aria-label={words.putBackNamed(entry.name)}
                        onClick={() => void attempt(() => desk.putBack(entry))}
                      >
                        <RotateCcw size={14} aria-hidden="true" />
                        {words.putBack}
                      </button>
                      <button
                        type="button"
                        className="btn ghost"
                        aria-label={words.eraseNamed(entry.name)}
                        onClick={() => void attempt(() => desk.erase(entry))}
                      >
                        {words.erase}
                      </button>
                    </Row>
                  ))}
                </ul>
              </section>
            )}
          </div>
          <div className="dft">
            <Dialog.Close className="btn">{words.close}</Dialog.Close>
          </div>
          {question}
          {renamed === null ? null : (
            <NameDialog
              kind="rename"
              name={renamed.name}
              onClose={() => setRenamed(null)}
              onName={(name) => void attempt(() => desk.rename(renamed, name))}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface RowProps {
  readonly entry: WorkspaceEntry
  readonly hint: string
  readonly children: ReactNode
}

function Row({ children, entry, hint }: RowProps): ReactElement {
  return (
    <li className="ws-row">
      <span className="grow">
        <span className="strong ws-name">{entry.name}</span>
        <span className="mut small">{hint}</span>
      </span>
      <span className="row">{children}</span>
    </li>
  )
}

interface ActionProps {
  readonly label: string
  readonly onClick: () => void
  readonly children: ReactNode
}

function Action({ children, label, onClick }: ActionProps): ReactElement {
  return (
    <button type="button" className="btn ghost sq" aria-label={label} onClick={onClick}>
      {children}
    </button>
  )
}

const TIMES = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

function when(at: number): string {
  return TIMES.format(at)
}

function openedWords({ openedAt }: WorkspaceEntry): string {
  return openedAt === 0 ? words.neverOpened : words.opened(when(openedAt))
}
