/** Words of the console. */
export const consoleMessages = {
  lines: 'Console lines',
  filter: 'Filter lines',
  filterByLevel: 'Filter by level',
  levels: {
    all: 'All levels',
    debug: 'Debug',
    info: 'Info',
    warn: 'Warnings',
    error: 'Errors',
    host: 'Host',
  },
  level: { debug: 'debug', info: 'info', warn: 'warning', error: 'error', host: 'host' },
  clear: 'Clear console',
  empty: 'No plugin has written to its console.',
  noMatch: 'No line matches the filter.',
  denied: (title: string): string => `Denied. ${title}.`,
  restarted: (attempt: number): string => `Restarted in a fresh VM, attempt ${attempt}. Its state is kept.`,
  quarantined: 'Stopped too often in a short time, and stays stopped until it is restarted.',
  failed: (code: string, message: string): string => `${code}: ${message}`,
  value: 'Value',
  openEvent: (seq: number): string => `Event ${seq}`,
}
