/** Words about what is kept in this browser. */
export const savedMessages = {
  region: 'Saved workspace',
  state: {
    opening: 'Opening',
    saving: 'Saving',
    saved: 'Saved',
    failed: 'Not saved',
    'read-only': 'Not saved',
  },
  incomplete: 'Not everything came back as it was saved.',
  readOnly: 'The saved workspace is open read-only.',
  notSaved: 'What you do here is not saved at the moment.',
  more: (count: number): string => `And ${count} more.`,
  download: 'Download what was saved',
  loadAgain: 'Load again',
  startOver: 'Start over',
  startOverTitle: 'Start over?',
  startOverText:
    'Every instance is removed, and what was saved in this browser is deleted. Download it first if you may want it again.',
  keep: 'Keep it',
  deleteAndStartOver: 'Delete and start over',
  sandboxFailed: 'The sandbox did not start.',
  startOverFailed: 'It could not be started over.',
} as const
