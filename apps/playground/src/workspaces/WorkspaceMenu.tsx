import { Check, ChevronDown, Copy, Download, FolderOpen, List, Pencil, Plus, Share2, Trash2 } from 'lucide-react'
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react'

import { useCommandRegistry } from '../commands/commandRegistry.ts'
import { messages } from '../messages/index.ts'
import { ActionMenu, type MenuEntry } from '../ui/ActionMenu.tsx'
import { useAppDispatch } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import { useDesk, useDeskView } from './deskContext.ts'
import { useExportFile } from './useExportFile.ts'
import { useLeave } from './useLeave.tsx'
import { workspaceCommands } from './workspaceCommands.ts'
import type { WorkspaceEntry } from './workspaceEntry.ts'

// None of them is part of the first load.
const NameDialog = lazy(async () => ({ default: (await import('./NameDialog.tsx')).NameDialog }))
const ShareDialog = lazy(async () => ({ default: (await import('../share/ShareDialog.tsx')).ShareDialog }))
const WorkspacesDialog = lazy(async () => ({ default: (await import('./WorkspacesDialog.tsx')).WorkspacesDialog }))

const words = messages.workspaces

type Opened = 'new' | 'rename' | 'all' | 'share'

/** More are in the dialog. */
const MOST_LISTED = 6

/** Which workspace is open, and the way to the others. */
export function WorkspaceMenu(): ReactElement {
  const { arrivals, desk } = useDesk()
  const { current, entries } = useDeskView()
  const dispatch = useAppDispatch()
  const say = (problem: string | null): void => {
    dispatch(problem === null ? workspaceActions.refusalDismissed() : workspaceActions.refusalShown(problem))
  }
  const { attempt, question } = useLeave(say)
  const exportFile = useExportFile(say)
  const [dialog, setDialog] = useState<Opened | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const name = current?.name ?? words.first
  const listed = entries.filter(({ deletedAt }) => deletedAt === null).slice(0, MOST_LISTED)
  const close = (): void => setDialog(null)
  const openEntry = (entry: WorkspaceEntry): void => void attempt((options) => desk.open(entry, options))
  const importFile = (): void => picker.current?.click()
  // The newest of each: the palette asks when it opens.
  const offer = useEffectEvent(() =>
    workspaceCommands(desk.getSnapshot(), { show: setDialog, open: openEntry, importFile, exportFile }),
  )
  const registry = useCommandRegistry()
  useEffect(() => registry.register(() => offer()), [registry])
  const tell = (work: () => Promise<void>): void => {
    void work().catch((error: unknown) => {
      dispatch(workspaceActions.refusalShown(error instanceof Error ? error.message : words.failed))
    })
  }
  return (
    <>
      <ActionMenu
        className="btn ghost ws-trigger"
        label={words.menu(name)}
        align="start"
        onOpen={() => void desk.refresh()}
        entries={[
          ...listed.map((entry): MenuEntry => {
            const isOpen = entry.id === current?.id
            return {
              words: entry.name,
              icon: isOpen ? <Check size={14} aria-hidden="true" /> : <span className="menu-gap" />,
              onChoose: () => openEntry(entry),
              ...(isOpen ? { note: words.isOpen } : {}),
            }
          }),
          { ...lineOf(Plus, words.newWorkspace, () => setDialog('new')), isApart: true },
          lineOf(Pencil, words.rename, () => setDialog('rename')),
          lineOf(Copy, words.duplicate, () => (current === null ? undefined : tell(() => desk.duplicate(current)))),
          lineOf(Trash2, words.remove, () => (current === null ? undefined : tell(() => desk.remove(current)))),
          lineOf(List, words.all, () => setDialog('all')),
          { ...lineOf(Share2, words.share, () => setDialog('share')), isApart: true },
          { words: words.importFile, icon: <FolderOpen size={14} aria-hidden="true" />, onChoose: importFile },
          lineOf(Download, words.exportFile, exportFile),
        ]}
      >
        <span className="trunc">{name}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </ActionMenu>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.importFile}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file may be chosen again.
          event.target.value = ''
          if (file !== undefined) arrivals.receiveFile(file)
        }}
      />
      {question}
      <Suspense>
        {dialog === 'new' ? (
          <NameDialog
            kind="new"
            name={words.untitled}
            onClose={close}
            onName={(next) => void attempt((options) => desk.create(next, options))}
          />
        ) : null}
        {dialog === 'rename' && current !== null ? (
          <NameDialog
            kind="rename"
            name={name}
            onClose={close}
            onName={(next) => tell(() => desk.rename(current, next))}
          />
        ) : null}
        {dialog === 'all' ? <WorkspacesDialog onClose={close} /> : null}
        {dialog === 'share' ? <ShareDialog onClose={close} /> : null}
      </Suspense>
    </>
  )
}

function lineOf(Icon: typeof Plus, label: string, onChoose: () => void): MenuEntry {
  return { words: label, icon: <Icon size={14} aria-hidden="true" />, onChoose }
}
