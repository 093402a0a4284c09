/** A manifest of a package whose code is there as it is. */
export function manifestOf(parts: object = {}): string {
  return JSON.stringify({
    schemaVersion: 1,
    id: 'tally',
    name: 'Tally',
    version: '1.0.0',
    runtime: { kind: 'quickjs', entry: 'plugin.js', apiVersion: 1 },
    surfaces: { widgets: [{ id: 'main', title: 'Tally' }] },
    requests: {},
    ...parts,
  })
}

/** Counts presses, tells the shared total of each, and asks the host for a restart. */
export const TALLY_CODE = `definePlugin(({ ui }) => ({
  id: 'tally',
  title: 'Tally',
  initialState: { count: 0, name: '' },
  widgets: { main: {
    render: ({ pluginState }) => ui.column([
      ui.stat('Count', pluginState.count),
      ui.button('More', { onPress: 'more' }),
      ui.button('Break', { onPress: 'fail' }),
      ui.input('name', { label: 'Name', value: pluginState.name, onChange: 'rename' }),
      ui.text('Hello ' + pluginState.name),
    ]),
    handlers: {
      more(ctx) {
        ctx.dispatchPluginAction('state/merge', { count: ctx.pluginState.count + 1 })
        ctx.dispatchSharedAction('totals', 'add', { by: 1 })
        ctx.dispatchSystemCommand('collect-diagnostics')
      },
      rename(ctx, event) { ctx.dispatchPluginAction('state/merge', { name: event.value }) },
      fail() { throw new Error('It broke.') },
    },
  } },
}))`

/** The files of a package that counts. */
export function tallyFiles(manifest: object = {}, code: string = TALLY_CODE): Readonly<Record<string, string>> {
  return { 'plugin.json': manifestOf(manifest), 'plugin.js': code }
}

/** The same in a folder. */
export function inFolder(folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]))
}
