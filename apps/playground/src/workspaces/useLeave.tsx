import { AlertDialog } from '@base-ui/react/alert-dialog'
import { Download } from 'lucide-react'
import { useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { downloadText } from '../ui/downloadText.ts'
import { writeWorkspaceFile } from '../share/workspaceFile.ts'
import { useDesk, useDeskView } from './deskContext.ts'
import { UnsavedError, type LeaveOptions } from './workspaceDesk.ts'

const words = messages.workspaces

type Work = (options: LeaveOptions) => Promise<void>

export interface Leave {
  /** Does what leaves the open workspace; asks first when something of it is not saved. */
  readonly attempt: (work: Work) => Promise<void>
  /** Why the last attempt failed, in words; null when it did not. */
  readonly problem: string | null
  /** The question, to be drawn. */
  readonly question: ReactElement
}

/** Leaves the open workspace without losing anything of it unasked. */
export function useLeave(): Leave {
  const [unsaved, setUnsaved] = useState<Work | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const attempt = async (work: Work, options: LeaveOptions = {}): Promise<void> => {
    setProblem(null)
    setUnsaved(null)
    try {
      await work(options)
    } catch (error) {
      // A function in a state setter would be called.
      if (error instanceof UnsavedError) setUnsaved(() => work)
      else setProblem(error instanceof Error ? error.message : words.failed)
    }
  }
  const question = (
    <LeaveQuestion
      isOpen={unsaved !== null}
      onStay={() => setUnsaved(null)}
      onLeave={() => (unsaved === null ? undefined : void attempt(unsaved, { evenUnsaved: true }))}
    />
  )
  return { attempt: (work) => attempt(work), problem, question }
}

interface LeaveQuestionProps {
  readonly isOpen: boolean
  readonly onStay: () => void
  readonly onLeave: () => void
}

function LeaveQuestion({ isOpen, onLeave, onStay }: LeaveQuestionProps): ReactElement {
  const { desk } = useDesk()
  const name = useDeskView().current?.name ?? words.first
  const download = (): void => {
    const exported = desk.getPlayground().savedWorkspace.export()
    if (exported !== null) downloadText('plugboard-workspace.json', writeWorkspaceFile(name, exported))
  }
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onStay())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="scrim" />
        <AlertDialog.Popup className="dlg">
          <div className="in">
            <AlertDialog.Title>{words.unsavedTitle}</AlertDialog.Title>
            <AlertDialog.Description className="sec">{words.unsavedText(name)}</AlertDialog.Description>
          </div>
          <div className="dft">
            <AlertDialog.Close className="btn pri">{words.stay}</AlertDialog.Close>
            <button type="button" className="btn" onClick={download}>
              <Download size={14} aria-hidden="true" />
              {words.download}
            </button>
            <button type="button" className="btn" onClick={onLeave}>
              {words.leave}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
