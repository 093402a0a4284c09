/** Words of the dialog that makes a plugin of one's own. */
export const newPluginMessages = {
  title: 'New plugin',
  text: 'Start from this, or paste or drop a file: TSX, TypeScript or JavaScript. It runs in a VM of its own, sees nothing but its own state, and may write nothing until you grant it.',
  name: 'Name',
  defaultName: 'My plugin',
  code: 'Code',
  drop: 'Drop a .tsx or .js file on the code to load it.',
  cancel: 'Cancel',
  openInEditor: 'Open in the editor',
  run: 'Run with no access',
} as const
