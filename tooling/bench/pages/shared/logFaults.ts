import type { PluginHost } from '@plugboard/host'

/** Says on the console, which the command repeats, why a plugin of a host does not do what it is told to. */
export function logFaults(host: PluginHost): void {
  host.on('fault', ({ cause }) => console.error(cause))
  host.on('error', ({ error }) => console.error(`${error.code}: ${error.message}`))
}
