import type {
  EventCall,
  InstanceId,
  InvokeCall,
  LoadPluginRequest,
  LogLine,
  PluginCall,
  PluginLimits,
  RenderCall,
  RuntimeErrorShape,
} from '@plugboard/contracts'

import type { WireValue } from '../codec/ValueSender.ts'

/** Version of the messages below. Both ends check it before anything else is said. */
export const WIRE_VERSION = 5

/** What can be posted of a load request: a port to the host stays on the host's side. */
export type PostedLoadRequest = Omit<LoadPluginRequest, 'host'>

/**
 * Has a worker start the engine for the default limits before there is a client. Not answered: whoever starts a worker
 * from a page's head does not listen to it.
 */
export interface PrepareMessage {
  readonly type: 'prepare'
  readonly version: number
  readonly engine: WebAssembly.Module
}

/** The first message of a client. The engine is compiled once, for all its workers. */
export interface StartMessage {
  readonly type: 'start'
  readonly version: number
  readonly engine: WebAssembly.Module
  /** Limits that most instances have: an engine for them is prepared at once. */
  readonly limits: PluginLimits
}

/** A call without its view, which goes as what has changed since the instance's last one. */
export type PostedCall<C extends PluginCall> = Omit<C, 'view'>

/** What a client asks of a worker. Answered in order, one at a time. */
export type WorkerRequest =
  | { readonly id: number; readonly type: 'loadPlugin'; readonly request: PostedLoadRequest }
  | RenderRequest
  | EventRequest
  | InvokeRequest
  | { readonly id: number; readonly type: 'disposePlugin'; readonly instanceId: InstanceId }
  | { readonly id: number; readonly type: 'health' }

export interface RenderRequest {
  readonly id: number
  readonly type: 'render'
  readonly instanceId: InstanceId
  readonly call: PostedCall<RenderCall>
  readonly view: WireValue
}

export interface EventRequest {
  readonly id: number
  readonly type: 'event'
  readonly instanceId: InstanceId
  readonly call: PostedCall<EventCall>
  readonly view: WireValue
}

export interface InvokeRequest {
  readonly id: number
  readonly type: 'invoke'
  readonly instanceId: InstanceId
  readonly call: PostedCall<InvokeCall>
  readonly view: WireValue
}

/** Requests that were made at once, in their order. Answered together too, as long as that keeps nobody waiting. */
export interface RequestBatch {
  readonly type: 'batch'
  readonly requests: readonly WorkerRequest[]
}

/** What a client posts. */
export type ClientMessage = PrepareMessage | StartMessage | WorkerRequest | RequestBatch

/** A request that was carried out. Results travel as JSON text: cheaper than a clone, and nothing but data gets across. */
export interface WorkerAnswer {
  readonly type: 'answer'
  readonly id: number
  /** The result; of a render, the result without its tree. */
  readonly text: string
  /** Of a render: its tree, as what has changed since the widget's last one. */
  readonly tree?: WireValue
}

/** A request that failed. */
export interface WorkerRefusal {
  readonly type: 'refusal'
  readonly id: number
  readonly error: RuntimeErrorShape
}

/** Answers to requests of a batch, in their order. */
export interface AnswerBatch {
  readonly type: 'batch'
  readonly answers: readonly (WorkerAnswer | WorkerRefusal)[]
}

/** What a worker says. */
export type WorkerMessage =
  | { readonly type: 'ready'; readonly version: number }
  | WorkerAnswer
  | WorkerRefusal
  | AnswerBatch
  | { readonly type: 'log'; readonly line: LogLine }
