/** A fault in the host's own code that the store contained: a function that failed, or an action without its parts. */
export interface StoreDefect {
  readonly code: 'reducer-threw' | 'removal-threw' | 'projection-threw' | 'derive-threw' | 'unreadable-action'
  /** The package or the domain whose function it was, or the type of the action. */
  readonly subject: string
  readonly error: unknown
}

/** Told of contained faults, for logs: the trace says that a reducer failed, this says why. Must not dispatch. */
export type DefectListener = (defect: StoreDefect) => void

/** Tells the listener; a listener that throws is itself contained. */
export function reportDefect(listener: DefectListener | undefined, defect: StoreDefect): void {
  try {
    listener?.(defect)
  } catch {
    // There is nobody left to tell, and a dispatch must not throw.
  }
}
