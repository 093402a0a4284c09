import type { DevtoolsSession } from '@plugboard/devtools'

import { messages } from '../messages/index.ts'
import type { UndoOffers } from './undoOffers.ts'

/** Offers the timeline's lines back whenever it is cleared, by whichever button. */
export function offerClearedTimeline(devtools: DevtoolsSession, offers: UndoOffers): void {
  let { clearedSeq } = devtools.getSnapshot().timeline
  devtools.subscribe(() => {
    const before = clearedSeq
    clearedSeq = devtools.getSnapshot().timeline.clearedSeq
    if (clearedSeq <= before) return
    offers.offer({
      text: messages.undo.timelineCleared,
      undo: async () => {
        devtools.filterTimeline({ clearedSeq: before })
      },
    })
  })
}
