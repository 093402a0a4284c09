import type { JsonValue } from './json.ts'

/** What a plugin may have for its host beside widgets. Each is called by its name, with one input, and answers a value. */
export const PLUGIN_SURFACES = ['tool', 'hook', 'service'] as const

/**
 * `tool`: does something for whoever asks. `hook`: decides about something that the host is about to do. `service`: handles
 * what comes from elsewhere, and says what is to be done.
 */
export type PluginSurface = (typeof PLUGIN_SURFACES)[number]

/** Names of what a plugin has beside widgets, read at load. */
export interface LoadedSurfaces {
  readonly tools: readonly string[]
  /** Points at which it has a say. */
  readonly hooks: readonly string[]
  readonly services: readonly string[]
}

/** What a hook answers. It decides nothing by itself: the host does what it thinks right with it. */
export type HookDecision =
  | { readonly kind: 'proceed' }
  | {
      /** Goes on with this in the place of what the hook was given. */
      readonly kind: 'replace'
      readonly payload: JsonValue
    }
  | {
      readonly kind: 'reject'
      /** For people, cleaned by `cleanDisplayText`; 1 to {@link REJECT_REASON_LENGTH} characters. */
      readonly reason: string
    }

/** What a service answers: what it wants done, in this order. Data only: nothing has happened yet. */
export interface ServiceAnswer {
  readonly commands: readonly ServiceCommand[]
}

export interface ServiceCommand {
  /** 1 to `ACTION_TYPE_LENGTH` characters. Whether there is such a command is the host's to say. */
  readonly kind: string
  readonly payload?: JsonValue
}

/** Longest reason that a hook may give, in characters. */
export const REJECT_REASON_LENGTH = 500

/** Largest input and largest value of one invocation, in UTF-16 code units of its JSON text: as the payload of an intent. */
export const INVOKE_SIZE: number = 512 * 1024

/** Names of the surfaces of one kind. */
export function surfaceNames(surfaces: LoadedSurfaces | undefined, surface: PluginSurface): readonly string[] {
  if (surfaces === undefined) return []
  switch (surface) {
    case 'tool':
      return surfaces.tools
    case 'hook':
      return surfaces.hooks
    case 'service':
      return surfaces.services
  }
}
