/** Words of the dialog that runs pasted code. */
export const newPluginMessages = {
  title: 'New plugin',
  text: 'Paste or drop JavaScript. It runs in a VM of its own, sees nothing but its own state, and may write nothing until you grant it.',
  name: 'Name',
  defaultName: 'My plugin',
  code: 'Code',
  drop: 'Drop a .js file on the code to load it.',
  cancel: 'Cancel',
  run: 'Run with no access',
} as const
