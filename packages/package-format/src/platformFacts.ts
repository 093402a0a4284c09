import type { PluginRuntimeChoice } from './pluginManifest.ts'

/** What a host has for plugins. What is absent is not asked about. */
export interface PlatformFacts {
  /** Version of the platform, for `engines.plugboard`. */
  readonly version?: string
  /** Runtimes that it can run; `quickjs` alone when absent. */
  readonly runtimes?: readonly PluginRuntimeChoice['kind'][]
  /** Points that hooks may be for. */
  readonly hookPoints?: readonly string[]
  /** Kinds of commands that services may answer with. */
  readonly commands?: readonly string[]
  /** Names of its shared domains. */
  readonly sharedDomains?: readonly string[]
  /** Names of its system commands. */
  readonly systemCommands?: readonly string[]
  /** Capabilities of its own components. */
  readonly components?: readonly string[]
}
