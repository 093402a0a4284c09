import { counted } from './counted.ts'

/** Words about links and files: making them, and opening those that came from elsewhere. */
export const sharingMessages = {
  untitled: 'Shared workspace',
  shareTitle: (name: string): string => `Share “${name}”`,
  shareText: 'The link holds the workspace itself. Nothing is sent anywhere; whoever has the link has what is in it.',
  inIt: 'What is in it',
  projects: (count: number): string =>
    counted(count, { one: '# plugin of yours, with its code', other: '# plugins of yours, with their code' }),
  instances: (count: number): string => counted(count, { one: '# running instance', other: '# running instances' }),
  noGrants: 'What they ask for, but no grants: whoever opens it decides',
  left: (count: number): string =>
    counted(count, {
      one: '# instance is left out: its code is not among your plugins',
      other: '# instances are left out: their code is not among your plugins',
    }),
  withStates: 'Include what each plugin holds',
  withStatesHint: 'Counts, texts and other state of the instances. Shared data never travels by link.',
  link: 'Link',
  linkLength: (count: number): string => counted(count, { one: '# character', other: '# characters' }),
  tooLong: (count: number): string =>
    `The link would be ${counted(count, { one: '# character', other: '# characters' })} long, and many programs cut links that long. Share a file instead.`,
  packing: 'Making the link',
  copy: 'Copy link',
  copied: 'Copied',
  copyByHand: 'This browser did not let the page copy. The link is selected: copy it with your keyboard.',
  saveFile: 'Save as a file',
  fileHint: 'A file holds everything: states, shared data, and what each instance was granted, as a wish.',
  fileTooLong: (length: number, most: number): string =>
    `The file was saved, but cannot be opened here again: it has ${counted(length, { one: '# character', other: '# characters' })}, and the most is ${counted(most, { one: '#', other: '#' })}. Remove imported plugins or instances, and save it once more.`,
  close: 'Close',

  title: {
    link: (name: string): string => `Run “${name}” from a shared link?`,
    file: (name: string): string => `Run “${name}” from a file?`,
  },
  explain:
    'It runs in its own sandbox and cannot reach this page, your files or the network. It opens as a new workspace; yours stay as they are.',
  choose: 'Choose what shared data it may use.',
  asksNothing: 'It asks for no access to shared data.',
  unknownAsks: (count: number): string =>
    counted(count, {
      one: 'It also asks for # thing that this playground does not have.',
      other: 'It also asks for # things that this playground does not have.',
    }),
  missing: (names: string): string => `Not here, and left out: ${names}.`,
  damaged: (count: number): string =>
    counted(count, {
      one: '# part of it cannot be understood. It is kept, and the workspace opens read-only.',
      other: '# parts of it cannot be understood. They are kept, and the workspace opens read-only.',
    }),
  verbs: { readShared: 'Read', writeShared: 'Write', systemCommand: 'Run', component: 'Use' },
  contents: 'Plugins in it',
  pluginLine: (title: string, count: number, isPreset: boolean): string => {
    const instances = counted(count, { one: '# instance', other: '# instances' })
    return `${title}, ${instances}, ${isPreset ? 'comes with the playground' : 'code from elsewhere'}`
  },
  foot: (memory: string, ms: string): string =>
    `You can change this at any time under Grants. Limits: ${memory} memory, ${ms} ms per render.`,
  viewCode: (lines: number): string =>
    counted(lines, { one: 'View the # line of code', other: 'View the # lines of code' }),
  hideCode: 'Hide the code',
  codeOf: (title: string): string => `Code of ${title}`,
  cancel: 'Cancel',
  runWithNone: 'Run with no access',
  runWith: (count: number): string => counted(count, { one: 'Run with # grant', other: 'Run with # grants' }),
  reading: { link: 'Reading the link', file: 'Reading the file', package: 'Reading the package' },
  packageNotRead: 'The package could not be read. Nothing was run or changed; look at the connection and try again.',
  refusedTitle: {
    link: 'This link was not opened',
    file: 'This file was not opened',
    package: 'This package was not read',
  },
  refused: {
    SHARE_UNREADABLE: {
      link: 'It was cut or changed on its way, or is no link to a workspace. Ask for it again, or for a file.',
      file: 'It is damaged, or holds no workspace. Choose another one, or ask for it again.',
    },
    SHARE_TOO_NEW: {
      link: 'A newer version of the playground made it. Reload the page to get the newest version, then open the link again.',
      file: 'A newer version of the playground made it. Reload the page to get the newest version, then open the file again.',
    },
    SHARE_TOO_LARGE: {
      link: 'It holds more than a link may hold. Ask for a file instead.',
      file: 'It holds more than a workspace may hold. Ask for a smaller one.',
    },
    SHARE_INVALID: {
      link: 'What it holds makes no workspace. Ask whoever made it for another one.',
      file: 'What it holds makes no workspace. Ask whoever made it for another one.',
    },
  },
  refusedOther: 'It could not be opened. Nothing was run or changed.',
  nothingChanged: 'Nothing was run, and nothing here was changed.',
  notAllStarted: (reason: string): string => `Not everything in it started. ${reason}`,
  dropHere: 'Drop a workspace file to open it, or a packed plugin to import it',
  /** The playground's own words, never a plugin's. */
  reasons: {
    'readShared counter-summary': 'See the total that all counters make together',
    'readShared greeter-profile': 'See the name typed in Greeter',
    'readShared runtime-metrics': 'See counts and timings of every instance',
    'readShared runtime-registry': 'See which plugins run here and how they are',
    'writeShared counter-summary': 'Change the total other counters show',
    'writeShared greeter-profile': 'Change the name that other plugins show',
    'systemCommand restart-plugin': 'Restart plugins in this workspace',
    'systemCommand toggle-plugin': 'Pause and resume plugins in this workspace',
    'systemCommand collect-diagnostics': 'Collect measurements of plugins in this workspace',
  },
  otherReason: {
    readShared: 'See this shared data',
    writeShared: 'Change this shared data',
    systemCommand: 'Run this command',
    component: 'Be drawn with this part of the page',
  },
} as const
