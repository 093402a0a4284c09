/** Words of a workspace in which nothing runs yet. */
export const welcomeMessages = {
  region: 'Begin',
  title: 'Run untrusted plugins, and see what each one may touch',
  text: 'Every plugin gets its own QuickJS sandbox, its own state, and only the shared data you grant.',
  counters: 'Two counters, one total',
  countersText: 'Two instances stay apart and meet in one shared domain.',
  deny: 'Deny a plugin, then allow it',
  denyText: 'Watch a denied write in the timeline, grant it, replay it.',
  denyPicture: 'Write denied: counter-summary',
  write: 'Write your first plugin',
  writeText: 'TypeScript and JSX, types included. Runs when you save.',
  sourcePicture: ['definePlugin({', "  title: 'Hello',", '  widgets: { … }'],
  paste: 'Paste plugin code',
  choose: 'Choose a package',
} as const
