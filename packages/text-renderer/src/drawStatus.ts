import type { WidgetSnapshot } from '@plugboard/contracts'

import { createPaper, createPen, type TextOptions } from './drawTree.ts'
import { NO_MEMORY } from './memory.ts'
import type { Line } from './line.ts'
import { words } from './pen.ts'

/** What is to be said beside a tree, or in place of one: loading, a pause, an error. */
export function drawStatus({ enabled, error, status, tree }: WidgetSnapshot, options: TextOptions): readonly Line[] {
  const pen = createPen(createPaper(options, NO_MEMORY, { modal: null, isLive: false }), options)
  const { signs } = pen.paper.look
  if (error !== null || status === 'error' || status === 'quarantined') {
    const where = error?.source === undefined ? '' : ` (line ${error.source.line}, column ${error.source.column})`
    return [
      ...words(pen, `${signs.tones.critical} ${TITLES[status]}`, 'critical'),
      ...(error === null ? [] : words(pen, `${error.message}${where}`)),
    ]
  }
  if (!enabled) return words(pen, 'Paused', 'dim')
  return tree === null ? words(pen, `${signs.more} Loading`, 'dim') : []
}

const TITLES: Readonly<Record<WidgetSnapshot['status'], string>> = {
  error: 'This plugin has stopped',
  loading: 'Something went wrong in this plugin',
  quarantined: 'This plugin is held back after repeated failures',
  ready: 'Something went wrong in this plugin',
}
