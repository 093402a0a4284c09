import { packPackage, type PackageFiles, type PluginManifest } from '@plugboard/package-format'

export interface PackedPluginOptions {
  readonly manifest?: Partial<PluginManifest>
  /** Of its entry. */
  readonly code?: string
}

/** A clock that counts presses, shows which shared data it sees, and adds. */
export function clockCode({ label = 'Clock', render = '' } = {}): string {
  return `definePlugin(({ ui }) => ({ title: 'Clock', initialState: { presses: 0 }, widgets: { main: {
  render: ({ pluginState, globalState }) => { ${render}; return ui.column([
    ui.text('${label} sees ' + JSON.stringify(Object.keys(globalState.shared))),
    ui.button('Pressed ' + pluginState.presses, { onPress: 'press' }),
  ]) },
  handlers: { press(ctx) { ctx.dispatchPluginAction('state/merge', { presses: ctx.pluginState.presses + 1 }) } } } },
  tools: { add: { run: ({ a, b }) => a + b } } }))
`
}

/** The files of a package that asks to read the counters' total and to write the greeter's name. */
export function clockFiles({ code = clockCode(), manifest = {} }: PackedPluginOptions = {}): PackageFiles {
  const plugin: PluginManifest = {
    schemaVersion: 1,
    id: 'clock',
    name: 'Clock',
    version: '1.0.0',
    license: 'MIT',
    runtime: { kind: 'quickjs', entry: 'plugin.js', apiVersion: 1 },
    surfaces: { widgets: [{ id: 'main', title: 'Clock' }] },
    requests: { readShared: ['counter-summary'], writeShared: ['greeter-profile'] },
    ...manifest,
  }
  const encoder = new TextEncoder()
  return new Map([
    ['plugin.json', encoder.encode(JSON.stringify(plugin))],
    ['plugin.js', encoder.encode(code)],
  ])
}

/** It packed, as the bytes of a `.plug` file. */
export async function packClock(options: PackedPluginOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { archive, report } = await packPackage(clockFiles(options))
  if (archive === undefined) throw new Error(report.diagnostics.map(({ message }) => message).join(' '))
  return new Uint8Array(archive)
}
