import type { JsonValue, RuntimeIdentity } from '@plugboard/contracts'

import type { DomainActionType, DomainKey, DomainPayload, PayloadArguments, SharedView } from './register.ts'

/** What {@link RenderView.can} can be asked about. */
export type CapabilityVerb = 'readShared' | 'writeShared' | 'systemCommand' | 'component'

/** Payload types by action type, for plugins that do not name their own. */
export type AnyActions = Readonly<Record<string, JsonValue | undefined>>

/**
 * What `render` is given. Everything here is data of this very call; keeping it for later keeps old data.
 *
 * State and shared domains are frozen, all the way down: dispatch to change them. What did not change since the last call
 * is the same object, so that `===` tells whether something is new.
 */
export interface RenderView<S = JsonValue> {
  /** The instance's own state. */
  readonly pluginState: S
  readonly globalState: {
    /** Who this instance is, as the host says. */
    readonly self: RuntimeIdentity
    readonly shared: SharedView
  }
  /** The same object as `pluginState`. */
  readonly state: S
  /** The same object as `globalState.shared`. */
  readonly shared: SharedView
  /**
   * Whether the host granted something, so that a plugin can say politely what it cannot do. Advisory: the host decides
   * again at every dispatch, and a grant may have gone by then.
   */
  readonly can: <V extends CapabilityVerb>(
    verb: V,
    name: V extends 'readShared' | 'writeShared' ? DomainKey : string,
  ) => boolean
}

/** What a handler is given. Dispatches are wishes: they are sent when the handler is done, and the host decides. */
export interface HandlerContext<S = JsonValue, A = AnyActions> extends RenderView<S> {
  /** Asks the package's reducer to change the instance's own state. */
  readonly dispatchPluginAction: <T extends keyof A & string>(actionType: T, ...payload: PayloadArguments<A[T]>) => void
  /** Asks to change a shared domain. Without a write grant it is dropped and traced; it never throws. */
  readonly dispatchSharedAction: <D extends DomainKey, T extends DomainActionType<D>>(
    domain: D,
    actionType: T,
    ...payload: PayloadArguments<DomainPayload<D, T>>
  ) => void
  /** Asks the host to run one of its commands. Without a grant it is dropped and traced; it never throws. */
  readonly dispatchSystemCommand: (command: string, payload?: JsonValue) => void
  /**
   * Merges `patch` into the state: short for `dispatchPluginAction('state/merge', patch)`.
   *
   * For packages without a reducer of their own. A package that has one owns all its actions: there the host ignores
   * `state/merge` and traces it as `no-local-reducer-match`. `state` itself does not change before the next call.
   */
  readonly setState: (patch: Partial<S> | ((state: S) => Partial<S>)) => void
}
