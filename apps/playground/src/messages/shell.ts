import { counted } from './counted.ts'

/** Words of the frame around the views: top bar, tabs, status bar, announcements, refusals. */
export const shellMessages = {
  product: 'Plugboard',
  loading: 'Loading',
  skipToWorkspace: 'Skip to workspace',
  skipToKinds: 'Skip to kinds',
  pages: 'Pages',
  page: { run: 'Run', split: 'Split', code: 'Code', gallery: 'Gallery' },
  newPlugin: 'New plugin',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', system: 'System' },
  help: 'Help',
  helpShortcuts: 'Keyboard shortcuts',
  helpGallery: 'Gallery of node kinds',
  inspector: 'Inspector',
  event: 'Event details',
  close: 'Close',
  views: 'Views',
  tabs: { packages: 'Plugins', run: 'Run', timeline: 'Timeline', code: 'Code', more: 'More' },
  deniedSuffix: ' denied',
  deniedSpoken: (title: string): string => `Denied. ${title}.`,
  deniedSpokenMany: (title: string, count: number): string => `${counted(count, DENIALS)}. The last one: ${title}.`,
  dismiss: 'Dismiss',
  phase: { starting: 'Starting', ready: 'Runtime ready', failed: 'Runtime failed' },
  runtime: 'QuickJS in workers',
  vms: (count: number, memory: string): string => `${counted(count, { one: '# VM', other: '# VMs' })}, ${memory}`,
  denied: (count: number): string => counted(count, { one: '# denied', other: '# denied' }),
  shortcutsHint: 'Press ? for shortcuts',
  failed: 'That did not work.',
  undrawn: {
    region: 'Workspace',
    text: 'This workspace cannot be shown. Load it again, or open or export it from the menu above.',
    again: 'Load again',
  },
} as const

const DENIALS = { one: '# denied', other: '# denied' }
