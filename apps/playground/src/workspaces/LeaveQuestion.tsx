import { AlertDialog } from '@base-ui/react/alert-dialog'
import { Download } from 'lucide-react'
import { useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { handFile } from '../share/handFile.ts'
import { writeWorkspaceFile } from '../share/workspaceFile.ts'
import { useDesk, useDeskView } from './deskContext.ts'

const words = messages.workspaces

export interface LeaveQuestionProps {
  readonly onStay: () => void
  readonly onLeave: () => void
}

/** Asks whether what is not saved may be left behind. */
export function LeaveQuestion({ onLeave, onStay }: LeaveQuestionProps): ReactElement {
  const { desk } = useDesk()
  const name = useDeskView().current?.name ?? words.first
  const [problem, setProblem] = useState<string | null>(null)
  const download = (): void => {
    const exported = desk.getPlayground().savedWorkspace.export()
    if (exported !== null) setProblem(handFile('plugboard-workspace.json', writeWorkspaceFile(name, exported)))
  }
  return (
    <AlertDialog.Root open onOpenChange={(open) => (open ? undefined : onStay())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="scrim" />
        <AlertDialog.Popup className="dlg">
          <div className="in">
            <AlertDialog.Title>{words.unsavedTitle}</AlertDialog.Title>
            <AlertDialog.Description className="sec">{words.unsavedText(name)}</AlertDialog.Description>
            {problem === null ? null : (
              <p role="alert" className="errc">
                {problem}
              </p>
            )}
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
