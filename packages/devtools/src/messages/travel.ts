/** Words of going back in time. */
export const travelMessages = {
  bar: 'Time travel',
  position: 'Position in the timeline',
  back: 'Step back',
  forth: 'Step forward',
  live: 'Live',
  event: (seq: number): string => `Event ${seq}`,
  eventOf: (seq: number, newest: number): string => `Event ${seq} of ${newest}`,
  lookHere: 'Look at this point',
  viewing: (seq: number, newest: number): string => `Viewing event ${seq} of ${newest}.`,
  paused: 'Plugins are paused and nothing you do here is dispatched.',
  arrived: (count: number): string =>
    `Nothing you do here is dispatched. ${count === 1 ? '1 newer event came in meanwhile and was handled.' : `${count} newer events came in meanwhile and were handled.`}`,
  unknown: 'The timeline no longer holds what was here then. Choose a later event.',
  continueHere: 'Continue from here',
  goLive: 'Back to live',
  notContinued: 'It could not go on from here. Nothing was changed.',
  continued: (seq: number): string => `You continue from event ${seq}.`,
  sameAsThen: 'Everything is as it was then already.',
  left: (count: number): string =>
    count === 1 ? '1 later dispatch does not count any more.' : `${count} later dispatches do not count any more.`,
  restarted: (count: number): string =>
    count === 1
      ? '1 instance that was added later starts afresh.'
      : `${count} instances that were added later start afresh.`,
  gone: (count: number): string =>
    count === 1 ? '1 instance that was removed stays removed.' : `${count} instances that were removed stay removed.`,
  kept: (count: number): string =>
    count === 1
      ? '1 instance keeps its state, which is of a newer version.'
      : `${count} instances keep their state, which is of a newer version.`,
  undo: 'Undo',
  notUndone: 'It cannot be undone any more: something was changed since.',
  dismiss: 'Dismiss',
  couldRead: 'What it could read',
}
