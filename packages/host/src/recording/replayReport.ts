import type { InstanceId, JsonValue, PluginSurface } from '@plugboard/contracts'

/** What a replay found. */
export interface ReplayReport {
  /** `stopped`: the signal ended it before the end of the recording. */
  readonly outcome: 'same' | 'diverged' | 'stopped'
  /** Entries that were asked again, the one that diverged included. */
  readonly compared: number
  /**
   * Places of entries that the machine ended and not the code: the clock stopped them, or their process was lost. They
   * are not asked again.
   */
  readonly unsettled: readonly number[]
  /** Where the two runs part; absent where they do not. */
  readonly divergence?: ReplayDivergence
}

/** The first answer that is not the recorded one. */
export interface ReplayDivergence {
  /** Place among the recording's entries. */
  readonly index: number
  readonly instanceId: InstanceId
  readonly kind: 'load' | 'event' | 'invoke' | 'render'
  readonly widgetId?: string
  readonly handler?: string
  readonly surface?: PluginSurface
  /** Of the tool, the hook or the service. */
  readonly name?: string
  /** What differs: the definition, the tree, its issues, the value, the intents, the refused ones, or how it failed. */
  readonly what: 'load' | 'tree' | 'issues' | 'value' | 'intents' | 'rejected' | 'error'
  /** The first place that differs, as `tree.children[0].text`. */
  readonly path: string
  /** What is there in the recording; absent where nothing is. */
  readonly recorded?: JsonValue
  /** What the replay has there; absent where nothing is. */
  readonly replayed?: JsonValue
  /** All of it in a sentence. */
  readonly message: string
}
