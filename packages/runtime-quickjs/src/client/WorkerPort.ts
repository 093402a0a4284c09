import type { WorkerRequest } from '../protocol/wire.ts'

/** The client's end of the wire, over whatever kind of worker the platform has. */
export interface WorkerPort {
  /** @throws when the request cannot be cloned. */
  readonly post: (request: WorkerRequest) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** The worker died, or sent something that could not be read. */
  readonly onFailure: (listener: () => void) => void
  /** Ends the worker at once, whatever it is doing. Idempotent. */
  readonly terminate: () => void
}

/** Starts one worker. */
export type CreateWorkerPort = () => WorkerPort
