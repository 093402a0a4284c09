/** Words of the list of problems. */
export const problemMessages = {
  list: 'Problems',
  none: 'No problems.',
  stopped: 'Stopped. Its state is kept.',
  quarantined: 'Stopped too often. Its state is kept.',
  running: 'The plugin keeps running.',
  inspect: (instanceId: string): string => `Inspect ${instanceId}`,
  restart: (instanceId: string): string => `Restart ${instanceId}`,
  restartLabel: 'Restart',
  frame: (line: number): string => `Source near line ${line}`,
  details: 'Details',
}
