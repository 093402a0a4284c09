import { createSelector } from '@reduxjs/toolkit'
import { useDeferredValue } from 'react'
import { shallowEqual } from 'react-redux'

import { useAppSelector, type RootState } from '../workspace/hooks.ts'
import { timelineRows, type TimelineRow } from './timelineRow.ts'

const selectRows = createSelector(
  [({ plugins }: RootState) => plugins.trace, ({ workspace }: RootState) => workspace.clearedSeq],
  timelineRows,
  // Most records are events and renders, which make no row.
  { memoizeOptions: { resultEqualityCheck: shallowEqual } },
)

/** The rows of the timeline since it was cleared. Drawn after what a person waits for: the widgets come first. */
export function useTimelineRows(): readonly TimelineRow[] {
  return useDeferredValue(useAppSelector(selectRows))
}
