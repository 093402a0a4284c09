import type {
  EventCall,
  InstanceId,
  LoadPluginRequest,
  LogLine,
  RenderCall,
  RuntimeErrorShape,
} from '@plugboard/contracts'

/** Version of the messages below. Both ends check it before anything else is said. */
export const WIRE_VERSION = 1

/** What can be posted of a load request: a port to the host stays on the host's side. */
export type PostedLoadRequest = Omit<LoadPluginRequest, 'host'>

/** The first message to a worker. The engine is compiled once, by the client, and shared by all its workers. */
export interface StartMessage {
  readonly type: 'start'
  readonly version: number
  readonly engine: WebAssembly.Module
}

/** What a client asks of a worker. Answered in order, one at a time. */
export type WorkerRequest =
  | { readonly id: number; readonly type: 'loadPlugin'; readonly request: PostedLoadRequest }
  | { readonly id: number; readonly type: 'render'; readonly instanceId: InstanceId; readonly call: RenderCall }
  | { readonly id: number; readonly type: 'event'; readonly instanceId: InstanceId; readonly call: EventCall }
  | { readonly id: number; readonly type: 'disposePlugin'; readonly instanceId: InstanceId }
  | { readonly id: number; readonly type: 'health' }

/** What a client posts. */
export type ClientMessage = StartMessage | WorkerRequest

/** A request that was carried out. Results travel as JSON text: cheaper than a clone, and nothing but data gets across. */
export interface WorkerAnswer {
  readonly type: 'answer'
  readonly id: number
  /** The result; of a render, the result without its tree. */
  readonly text: string
  /** Of a render: its tree, or null when it is the one that the widget answered last. */
  readonly tree?: string | null
}

/** A request that failed. */
export interface WorkerRefusal {
  readonly type: 'refusal'
  readonly id: number
  readonly error: RuntimeErrorShape
}

/** What a worker says. */
export type WorkerMessage =
  | { readonly type: 'ready'; readonly version: number }
  | WorkerAnswer
  | WorkerRefusal
  | { readonly type: 'log'; readonly line: LogLine }
