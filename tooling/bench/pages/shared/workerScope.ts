/** What a dedicated worker's own global can do, as far as the bench uses it. */
export interface WorkerScope {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}

/** The global of this worker; the compiler knows that of a page. */
export const workerScope: WorkerScope = globalThis
