import { counted } from './counted.ts'

/** Words of what was done and can be taken back. */
export const undoMessages = {
  region: 'Messages',
  undo: 'Undo',
  dismiss: 'Dismiss',
  removed: (instanceId: string): string => `${instanceId} was removed.`,
  removedAll: (count: number): string =>
    counted(count, { one: '# instance was removed.', other: '# instances were removed.' }),
  timelineCleared: 'The timeline was cleared.',
  last: 'Undo the last removal or clearing',
  failed: 'It could not be taken back.',
} as const
