import { counted } from './counted.ts'

/** Words of the frame around the views: top bar, tabs, status bar, announcements, refusals. */
export const shellMessages = {
  product: 'Plugboard',
  title: 'Playground',
  loading: 'Loading',
  skipToWorkspace: 'Skip to workspace',
  skipToKinds: 'Skip to kinds',
  pages: 'Pages',
  run: 'Run',
  gallery: 'Gallery',
  newPlugin: 'New plugin',
  switchTheme: (theme: 'light' | 'dark'): string => `Switch to the ${theme} theme`,
  views: 'Views',
  tabs: { packages: 'Plugins', run: 'Run', timeline: 'Timeline', inspect: 'Inspect' },
  deniedSuffix: ' denied',
  deniedSpoken: (title: string): string => `Denied. ${title}.`,
  dismiss: 'Dismiss',
  phase: { starting: 'Starting', ready: 'Runtime ready', failed: 'Runtime failed' },
  runtime: 'QuickJS in workers',
  vms: (count: number, memory: string): string => `${counted(count, { one: '# VM', other: '# VMs' })}, ${memory}`,
  denied: (count: number): string => counted(count, { one: '# denied', other: '# denied' }),
  failed: 'That did not work.',
} as const
