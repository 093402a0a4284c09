import type { UIEventRef } from '@plugboard/contracts'
import { useLayoutEffect, useRef } from 'react'

import { usePluginContext } from '../pluginContext.ts'
import type { EmitNodeEvent } from '../nodeProps.ts'
import type { RowWindow } from './rowSlots.ts'

/** How long the view has to be still before rows are asked for, in milliseconds. */
export const RANGE_PAUSE = 150

export interface UseRangeOptions {
  readonly emit: EmitNodeEvent
  readonly onRange: UIEventRef | undefined
  /** The places that are drawn. */
  readonly window: RowWindow
  /** The places whose rows are here. */
  readonly held: RowWindow
  readonly count: number
}

/**
 * Asks for rows that are seen and not here. All that is seen is asked for, also what is here: an answer that holds no more
 * than the question leaves nothing to ask. The same question is not asked again while the same rows are here, so that a
 * plugin that cannot answer is left alone until somebody scrolls.
 *
 * @returns whether rows are missing.
 */
export function useRange({ count, emit, held, onRange, window }: UseRangeOptions): boolean {
  const { clock } = usePluginContext('Table')
  const { end, start } = window
  const isMissing = onRange !== undefined && start < end && (start < held.start || end > held.end)
  const question = isMissing ? [start, end, held.start, held.end, count].join(' ') : null
  const asked = useRef<string | null>(null)
  const ask = useRef<() => void>(() => undefined)
  useLayoutEffect(() => {
    ask.current = () => emit(onRange, { type: 'range', start, end })
  })
  // In the commit that draws the places, so that no time passes unseen between the two.
  useLayoutEffect(() => {
    if (question === null || question === asked.current) return undefined
    return clock.schedule(() => {
      asked.current = question
      ask.current()
    }, RANGE_PAUSE)
  }, [clock, question])
  return isMissing
}
