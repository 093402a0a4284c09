import { counted } from './counted.ts'

/** Words of what was done and can be taken back. */
export const undoMessages = {
  region: 'Messages',
  undo: 'Undo',
  dismiss: 'Dismiss',
  removed: (instanceId: string): string => `${instanceId} was removed.`,
  removedAll: (count: number): string =>
    counted(count, { one: '# instance was removed.', other: '# instances were removed.' }),
  /** Of imported plugins: their grants were given to a content that is not the one that would run. */
  packageChanged: (instanceIds: readonly string[]): string =>
    `Not taken back: ${instanceIds.join(', ')}. The plugin was disabled, updated or removed since. Have it as it was and undo again, or add a new instance.`,
  timelineCleared: 'The timeline was cleared.',
  last: 'Undo the last removal or clearing',
  failed: 'It could not be taken back.',
} as const
