import type {
  EventCall,
  InstanceId,
  LoadPluginRequest,
  LogLine,
  RenderCall,
  RuntimeErrorShape,
} from '@plugboard/contracts'

/** Version of the messages below. A worker that speaks another one is refused at the handshake. */
export const WIRE_VERSION = 1

/** What can be posted of a load request: a port to the host stays on the host's side. */
export type PostedLoadRequest = Omit<LoadPluginRequest, 'host'>

/** What a client asks of a worker. Answered in order, one at a time. */
export type WorkerRequest =
  | { readonly id: number; readonly type: 'loadPlugin'; readonly request: PostedLoadRequest }
  | { readonly id: number; readonly type: 'render'; readonly instanceId: InstanceId; readonly call: RenderCall }
  | { readonly id: number; readonly type: 'event'; readonly instanceId: InstanceId; readonly call: EventCall }
  | { readonly id: number; readonly type: 'disposePlugin'; readonly instanceId: InstanceId }
  | { readonly id: number; readonly type: 'health' }

export type WorkerRequestType = WorkerRequest['type']

/** What a worker says. */
export type WorkerMessage =
  /** The engine is compiled and requests are served; or it could not be, and the worker is of no use. */
  | { readonly type: 'ready'; readonly version: number }
  | { readonly type: 'failed'; readonly error: RuntimeErrorShape }
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly error: RuntimeErrorShape }
  | { readonly type: 'log'; readonly line: LogLine }
