import type { ClientMessage } from '../protocol/wire.ts'

/** The client's end of the wire, over whatever kind of worker the platform has. */
export interface WorkerPort {
  /** @throws when the message cannot be cloned. */
  readonly post: (message: ClientMessage) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** The worker died, or sent something that could not be read. */
  readonly onFailure: (listener: () => void) => void
  /** From now on the worker keeps the process alive, where that is how the platform ends. */
  readonly hold: () => void
  /** Ends the worker at once, whatever it is doing; resolves when it is gone. Idempotent. */
  readonly terminate: () => Promise<void>
}

/** Starts one worker. */
export type CreateWorkerPort = () => WorkerPort
