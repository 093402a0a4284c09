/** Words of the dock and of what several parts share. */
export const dockMessages = {
  all: 'Developer tools',
  label: 'Timeline and logs',
  panels: 'Panels',
  timeline: 'Timeline',
  console: 'Console',
  domains: 'Shared domains',
  problems: 'Problems',
  open: 'Open developer tools',
  close: 'Close developer tools',
  allInstances: 'All instances',
  filterByInstance: 'Filter by instance',
}
