import type { Diagnostic, JsonObject } from '@plugboard/contracts'
import type { PackageDigest, PackageSignature, PluginRequests } from '@plugboard/package-format'

/** The file `plugins.json`: which packages run, and what each may do. The host owns it; no package writes it. */
export interface Enablement {
  readonly version: 1
  readonly plugins: readonly EnabledPlugin[]
}

/** One package that a person enabled. */
export interface EnabledPlugin {
  /** `folder:clock`, or `clock` where only one source has it. */
  readonly ref: string
  /** Only this version. Absent: whichever is there. */
  readonly version?: string
  /** Only this content. Absent: what the lock says, or whichever is there. */
  readonly digest?: PackageDigest
  /** Which of its surfaces are taken, as `tool:add` or `widget:main`. Absent: all. */
  readonly surfaces?: readonly string[]
  /** What it may do. What it does not ask for is not granted by it. */
  readonly grants: PluginRequests
  /** What its `configSchema` describes. */
  readonly config: JsonObject
  /** Signatures of the package: evidence for a policy that asks for it. */
  readonly signatures?: readonly PackageSignature[]
  /** What is wrong with this entry alone: it is rejected for them. Not in the file. */
  readonly faults?: readonly Diagnostic[]
}

/** Nothing enabled. */
export const NO_ENABLEMENT: Enablement = Object.freeze({ version: 1, plugins: [] })
