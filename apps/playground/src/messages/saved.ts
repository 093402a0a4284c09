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
  headlines: {
    unavailable: 'What was saved in this browser could not be read, and is untouched.',
    behind: 'Another tab has saved this workspace since.',
    unsaved: 'What you do here is not saved at the moment. It is tried again.',
    'read-only': 'The saved workspace is open read-only.',
    incomplete: 'Not everything came back as it was saved.',
  },
  more: (count: number): string => `And ${count} more.`,
  download: { saved: 'Download what was saved', here: 'Download what is here' },
  loadAgain: 'Load again',
  startOver: 'Start over',
  startOverTitle: 'Start over?',
  startOverText:
    'Every instance is removed, and what was saved of this workspace is deleted. You get all of it as a download.',
  keep: 'Keep it',
  deleteAndStartOver: 'Delete and start over',
  unreadProject: (packageId: string): string =>
    `The plugin "${packageId}" could not be read. It is kept as it was saved, and is in the download.`,
  projectNotSaved: 'One of your plugins could not be saved.',
  sandboxFailed: 'The sandbox did not start.',
  startOverFailed: 'It could not be started over.',
} as const
