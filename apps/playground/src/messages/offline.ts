/** Words about being there without a network, and about new versions. */
export const offlineMessages = {
  ready: 'Works offline',
  region: 'New version',
  update: 'A new version is ready. What you have here is saved and stays.',
  reload: 'Reload to update',
  later: 'Later',
} as const
