import type { JsonObject, PackageId } from '@plugboard/contracts'

/** The file `plugin.json` of a package: what the author says about it. Everything in it is a claim or a request. */
export interface PluginManifest {
  readonly $schema?: string
  readonly schemaVersion: 1
  readonly id: PackageId
  readonly name: string
  /** Semantic version 2.0, as `1.4.0` or `2.0.0-rc.1`. */
  readonly version: string
  readonly description?: string
  /** SPDX expression. */
  readonly license?: string
  readonly engines?: { readonly plugboard?: string }
  readonly runtime: PluginRuntimeChoice
  readonly surfaces: PluginSurfaces
  readonly requests: PluginRequests
  /** Version of the shape of the plugin's own state; 1 when absent. */
  readonly stateVersion?: number
  /** JSON Schema of what a person may set when enabling it. */
  readonly configSchema?: JsonObject
  /** The files of the package besides `plugin.json`: a closed list, written by `pack`. Absent in a folder not packed yet. */
  readonly files?: readonly string[]
}

/** What runs the package. Other kinds are refused, `wasm` with a way forward. */
export type PluginRuntimeChoice =
  | { readonly kind: 'quickjs'; readonly entry: string; readonly sourceMap?: string; readonly apiVersion: 1 }
  | { readonly kind: 'wasm-component'; readonly component: string; readonly world: string }

/** What the package says that it has for its host. */
export interface PluginSurfaces {
  readonly widgets?: readonly { readonly id: string; readonly title: string }[]
  readonly tools?: readonly ToolSurface[]
  readonly hooks?: readonly { readonly point: string; readonly priority?: number }[]
  readonly services?: readonly ServiceSurface[]
}

export interface ToolSurface {
  readonly name: string
  readonly description: string
  readonly inputSchema: JsonObject
  readonly outputSchema?: JsonObject
  /** Whether a call changes something outside of the plugin. */
  readonly externalWrite?: boolean
}

export interface ServiceSurface {
  readonly name: string
  readonly description?: string
  /** Kinds of events that it handles. */
  readonly events: readonly string[]
  /** Kinds of commands that it answers with. */
  readonly commands?: readonly string[]
}

/** What the package asks for. Asking gives nothing. */
export interface PluginRequests {
  readonly readShared?: readonly string[]
  readonly writeShared?: readonly string[]
  readonly systemCommands?: readonly string[]
  readonly components?: readonly string[]
  readonly https?: readonly HttpsRequest[]
  readonly fs?: readonly FsRequest[]
  readonly secrets?: readonly string[]
}

export interface HttpsRequest {
  /** Host name, `*.example.org` for its subdomains, or `*`. */
  readonly host: string
  readonly port?: number
  readonly methods?: readonly string[]
  readonly pathPrefixes?: readonly string[]
  readonly reason?: string
}

export interface FsRequest {
  /** Name of a folder that the host may bind. */
  readonly root: string
  readonly operations: readonly ('read' | 'list' | 'write')[]
  readonly reason?: string
}
