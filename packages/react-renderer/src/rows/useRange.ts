import type { UIEventRef } from '@plugboard/contracts'
import { useLayoutEffect, useRef } from 'react'

import { usePluginContext } from '../pluginContext.ts'
import type { EmitNodeEvent } from '../nodeProps.ts'
import type { RowWindow } from './rowSlots.ts'

/** How long the view has to be still before rows are asked for, in milliseconds. */
const RANGE_PAUSE = 150

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
 * than the question leaves nothing to ask. The same question, or a part of it, is not asked again while the same rows are here, so that a
 * plugin that cannot answer is left alone until somebody scrolls.
 *
 * @returns whether rows are missing.
 */
export function useRange({ count, emit, held, onRange, window }: UseRangeOptions): boolean {
  const { clock } = usePluginContext('Table')
  const { end, start } = window
  const isMissing = onRange !== undefined && start < end && (start < held.start || end > held.end)
  const here = [held.start, held.end, count].join(' ')
  const asked = useRef<Question | null>(null)
  const send = useRef<(start: number, end: number) => void>(() => undefined)
  useLayoutEffect(() => {
    send.current = (first, last) => emit(onRange, { type: 'range', start: first, end: last })
  })
  // In the commit that draws the places, so that no time passes unseen between the two.
  useLayoutEffect(() => {
    if (!isMissing || isPartOf(asked.current, { start, end, here })) return undefined
    return clock.schedule(() => {
      asked.current = { start, end, here }
      send.current(start, end)
    }, RANGE_PAUSE)
  }, [clock, end, here, isMissing, start])
  return isMissing
}

interface Question extends RowWindow {
  /** What is here when it is asked. */
  readonly here: string
}

/** Whether what is asked is a part of what was asked before, and nothing has come since. */
function isPartOf(asked: Question | null, { end, here, start }: Question): boolean {
  return asked !== null && asked.here === here && start >= asked.start && end <= asked.end
}
