import type { JsonValue } from '@plugboard/contracts'

import type { AnyActions, HandlerContext } from './handlerContext.ts'

/**
 * JSON data under a type of your own, an interface too. A function is none; of what else JSON cannot say the runtime refuses
 * the answer with `INVALID_OUTPUT`.
 */
export type JsonData = JsonValue | (object & { readonly call?: never })

/** Does something for whoever asks. */
export interface ToolDefinition<S = JsonValue, A = AnyActions> {
  /**
   * Written as a method, so that you may say what `input` is: `run(input: { text: string }, ctx)`. Nobody checks that it is,
   * but for a host that knows the schema of your manifest.
   */
  run(input: JsonData, context: HandlerContext<S, A>): JsonData | void | Promise<JsonData | void>
}

/** Decides about something that the host is about to do. It always answers. */
export type Hook<S = JsonValue, A = AnyActions> = {
  method(payload: JsonData, context: HandlerContext<S, A>): HookAnswer | Promise<HookAnswer>
}['method']

export type HookAnswer =
  | { readonly kind: 'proceed' }
  | { readonly kind: 'replace'; readonly payload: JsonData }
  /** `reason` is for people: 1 to 500 characters. */
  | { readonly kind: 'reject'; readonly reason: string }

/** Handles what comes from elsewhere, and says what is to be done. */
export interface ServiceDefinition<S = JsonValue, A = AnyActions> {
  /** `event` is what the source sends; say of which type, as for a tool. */
  handle(event: JsonData, context: HandlerContext<S, A>): ServiceReply | void | Promise<ServiceReply | void>
}

export interface ServiceReply {
  /** In this order; the host knows which kinds there are. */
  readonly commands?: readonly { readonly kind: string; readonly payload?: JsonData }[]
}
