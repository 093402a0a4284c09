import { counted } from '../messages/counted.ts'

/** Words about packed plugins. Apart from the catalogue's others, because the first page needs none of them. */
export const importsMessages = {
  cancel: 'Cancel',
  close: 'Close',
  titles: {
    import: (title: string): string => `Import “${title}”?`,
    update: (title: string): string => `Update “${title}”?`,
    again: (title: string): string => `Put “${title}” back?`,
    details: (title: string): string => `“${title}”, imported`,
    refused: (name: string): string => `“${name}” was not imported`,
  },
  explain:
    'It runs in its own sandbox and cannot reach this page, your files or the network. Nothing of it has run yet.',
  explainUpdate: (from: string, to: string): string =>
    `Version ${to} takes the place of ${from} in every instance. States are kept where the new version understands them. If it does not start, the old one stays.`,
  explainAgain:
    'This is the content that you agreed to. It takes the place of what was changed, in every instance. What it may do is asked again.',
  explainDetails: 'What you agreed to. Nothing else of it runs, whatever its file becomes.',
  refused: {
    faulty: 'Its file cannot be used. Nothing of it has run, and nothing here was changed.',
    taken: ({ packageId }: { readonly packageId: string }): string =>
      `Another plugin here has the id ${packageId}, and two cannot share one. Remove that one first, or ask for a package with another id.`,
    present: ({ title, version }: { readonly title: string; readonly version: string }): string =>
      `${title} ${version} with exactly this content is here already.`,
    older: ({
      present,
      title,
      version,
    }: {
      readonly title: string
      readonly version: string
      readonly present: string
    }): string =>
      `This is ${title} ${version}, and ${present} is here, which is newer. To go back, remove that one first.`,
    'other-content': ({ title, version }: { readonly title: string; readonly version: string }): string =>
      `${title} ${version} is here with another content, and a version has one content only: one of the two was changed. Ask who made it for a new version, or remove the one that is here first.`,
  },
  tooLarge: (most: string): string => `The archive is larger than ${most}.`,
  facts: 'Package',
  id: 'Id',
  version: 'Version',
  versions: (from: string, to: string): string => `${from} → ${to}`,
  digest: 'Digest',
  license: 'License',
  runtime: 'Runs in',
  runtimes: { quickjs: 'QuickJS', 'wasm-component': 'WebAssembly component' },
  files: (count: number, size: string): string => `${counted(count, { one: '# file', other: '# files' })}, ${size}`,
  surfaces: 'What it has',
  surface: {
    widgets: (count: number): string => `${counted(count, { one: '# widget', other: '# widgets' })}: shown as cards`,
    tools: (count: number, names: string): string =>
      `${counted(count, { one: '# tool', other: '# tools' })} (${names}): called by nobody but you, under Details`,
    hooks: (count: number, names: string): string =>
      `${counted(count, { one: '# hook', other: '# hooks' })} (${names}): not called by this playground`,
    services: (count: number, names: string): string =>
      `${counted(count, { one: '# service', other: '# services' })} (${names}): not started by this playground`,
  },
  asks: 'What it asks for',
  asksNew: 'New in what it asks for',
  asksNothing: 'It asks for no access to shared data.',
  asksNothingNew: 'It asks for nothing new. What you granted stays as it is.',
  granted: (count: number, of: number): string => `You grant ${count} of ${of}.`,
  grantsOf: 'For instances that you add from now on. Those that run have theirs under Grants.',
  unavailable: 'This playground does not have, and cannot grant, that it may',
  because: (reason: string): string => `Its author says: ${reason}`,
  broad: 'broad',
  diagnostics: 'What was found',
  severities: { error: 'Error', warning: 'Warning', info: 'Note' },
  viewCode: (lines: number): string =>
    counted(lines, { one: 'View the # line of code', other: 'View the # lines of code' }),
  hideCode: 'Hide the code',
  runWithNone: 'Run with no access',
  runWith: (count: number): string => counted(count, { one: 'Run with # grant', other: 'Run with # grants' }),
  enableWithNone: 'Enable with no access',
  enableWith: (count: number): string => counted(count, { one: 'Enable with # grant', other: 'Enable with # grants' }),
  update: 'Update',
  updateWith: (count: number): string =>
    counted(count, { one: 'Update with # new grant', other: 'Update with # new grants' }),
  putBack: 'Put back with no access',
  putBackWith: (count: number): string =>
    counted(count, { one: 'Put back with # grant', other: 'Put back with # grants' }),
  failed: 'That did not work.',
  notHere: 'Nothing of it can be run by this playground.',
  noWidget: (title: string): string =>
    `${title} has neither a widget nor a tool: there is nothing that this playground does with it.`,
  tools: 'Its tools',
  toolsNeedInstance: 'Add an instance to call them.',
  inputOf: (name: string): string => `Input of ${name}, as JSON`,
  call: (name: string): string => `Call ${name}`,
  answerOf: (name: string): string => `Answer of ${name}`,
  notJson: 'The input is no JSON: write it as {"name": "value"}, or null.',
  notCalled: {
    'instance-disabled': 'It was not called: its instance is paused. Resume it first.',
    'instance-stopped': 'It was not called: its instance is stopped. Restart it first.',
    'unknown-instance': 'It was not called: its instance was removed meanwhile.',
    'queue-full': 'It was not called: too much waits in its instance. Try again in a moment.',
  },
  isDisabled: (title: string): string => `${title} is disabled. Enable it first.`,
  isChecking: (title: string): string => `${title} is still being checked. Try again in a moment.`,
  gone: 'It is not here any more.',
  notUpdated: (reason: string): string => `The update was taken back, and the old version runs on. ${reason}`,
  removed: (title: string): string => `${title} was removed.`,
  idTaken: (title: string, packageId: string): string =>
    `${title} was not taken back: another plugin has the id ${packageId} now. Remove that one first.`,
} as const
