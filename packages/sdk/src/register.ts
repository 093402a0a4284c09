import type { JsonValue } from '@plugboard/contracts'

/**
 * Types what a plugin mentions by name: the shared domains of the host that it is written for, and the handlers of its own.
 * Empty: any domain, action and handler is accepted.
 *
 * @example
 * ```ts
 * declare module '@plugboard/sdk' {
 *   interface Register {
 *     domains: {
 *       'counter-summary': { state: { totalValue: number }; actions: { 'set-instance': { value: number } } }
 *     }
 *     handlers: 'add' | 'reset'
 *   }
 * }
 * ```
 */
export interface Register {}

/** The registered names of handlers, or any name when none is registered. */
export type HandlerName = Register extends { readonly handlers: infer H } ? Extract<H, string> : string

/** A shared domain as plugins see it: the public projection, and the payload of each action. */
export interface DomainTypes {
  readonly state: unknown
  /** By action type. `undefined` stands for an action without a payload. */
  readonly actions: object
}

/** The registered domains by name, or every name when nothing is registered. */
export type Domains = Register extends { readonly domains: infer D } ? D : Readonly<Record<string, AnyDomain>>

/** What is known of a domain that nobody registered. */
export interface AnyDomain extends DomainTypes {
  readonly state: JsonValue
  readonly actions: Readonly<Record<string, JsonValue | undefined>>
}

/** Names of the domains that a plugin may mention. */
export type DomainKey = Extract<keyof Domains, string>

/** Action types of one domain. */
export type DomainActionType<D extends DomainKey> = Extract<keyof DomainActions<D>, string>

/** Payload of one action of one domain. */
export type DomainPayload<D extends DomainKey, T extends DomainActionType<D>> = DomainActions<D>[T]

/** The readable domains. A domain without a read grant is not there at all, so every one may be missing. */
export type SharedView = { readonly [D in DomainKey]?: DomainState<D> }

type DomainState<D extends DomainKey> = Domains[D] extends { readonly state: infer S } ? S : never
type DomainActions<D extends DomainKey> = Domains[D] extends { readonly actions: infer A } ? A : never

/** Rest parameters of a dispatch: the payload may be left out where its type allows `undefined`. */
export type PayloadArguments<P> = undefined extends P ? [payload?: P] : [payload: P]
