import { Dialog } from '@base-ui/react/dialog'
import type { ReactElement } from 'react'

import type { Ask } from './asks.ts'

export interface ConsentAnswersProps {
  readonly granted: readonly Ask[]
  /** Whether an answer was given already, and is carried out. */
  readonly isWorking: boolean
  readonly cancel: string
  readonly withNone: string
  readonly withGrants: (count: number) => string
  readonly onAnswer: (granted: readonly Ask[]) => Promise<void>
}

/** What can be answered to a question about grants: nothing, or no access, or what is switched on. */
export function ConsentAnswers(props: ConsentAnswersProps): ReactElement {
  const { cancel, granted, isWorking, onAnswer, withGrants, withNone } = props
  const hasGrants = granted.length > 0
  return (
    <div className="dft">
      <Dialog.Close className="btn lg ghost dlg-start">{cancel}</Dialog.Close>
      <button
        type="button"
        className={hasGrants ? 'btn lg' : 'btn lg pri'}
        disabled={isWorking}
        onClick={() => void onAnswer([])}
      >
        {withNone}
      </button>
      {hasGrants ? (
        <button type="button" className="btn lg pri" disabled={isWorking} onClick={() => void onAnswer(granted)}>
          {withGrants(granted.length)}
        </button>
      ) : null}
    </div>
  )
}
