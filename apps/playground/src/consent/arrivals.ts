import { goTo } from '../shell/goTo.ts'
import type { LeaveOptions, WorkspaceDesk } from '../workspaces/workspaceDesk.ts'
import type { Arrival } from './arrival.ts'
import type { Ask } from './asks.ts'

/** What came from elsewhere and waits for an answer; null when nothing does. */
export type ArrivalView =
  | { readonly phase: 'reading'; readonly from: Arrival['from'] }
  | { readonly phase: 'asking'; readonly from: Arrival['from']; readonly arrival: Arrival }
  | { readonly phase: 'refused'; readonly from: Arrival['from']; readonly error: unknown }
  | null

/** Links and files that came in, one at a time. Nothing of one runs, and nothing here changes, before a person says so. */
export class Arrivals {
  readonly #desk: WorkspaceDesk
  readonly #listeners = new Set<() => void>()
  #view: ArrivalView = null
  #packed: string | null = null

  constructor(desk: WorkspaceDesk) {
    this.#desk = desk
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly getSnapshot = (): ArrivalView => this.#view

  /** A link was opened. The same one is read once, however often the page is drawn. */
  receiveLink(packed: string): void {
    if (this.#view !== null && this.#packed === packed) return
    this.#packed = packed
    void this.#receive('link', async () => (await import('./arriveByLink.ts')).arriveByLink(packed))
  }

  /** A file was chosen or dropped. */
  receiveFile(file: File): void {
    void this.#receive('file', async () => await (await import('./arriveByFile.ts')).openFile(file))
  }

  /** @throws what {@link WorkspaceDesk.take} throws; it is asked again then. */
  async accept(arrival: Arrival, granted: readonly Ask[], options?: LeaveOptions): Promise<void> {
    await this.#desk.take(arrival, granted, options)
    this.#close(arrival.from)
  }

  /** The person said no: what was open stays as it is. */
  dismiss(): void {
    if (this.#view === null) return
    this.#desk.openFirst()
    this.#close(this.#view.from)
  }

  async #receive(from: Arrival['from'], read: () => Promise<Arrival>): Promise<void> {
    const reading: ArrivalView = { phase: 'reading', from }
    this.#show(reading)
    const next: ArrivalView = await read().then(
      (arrival) => ({ phase: 'asking', from, arrival }),
      (error: unknown) => ({ phase: 'refused', from, error }),
    )
    // Something else came meanwhile.
    if (this.#view === reading) this.#show(next)
  }

  #close(from: Arrival['from']): void {
    this.#packed = null
    // The link is answered: neither a reload nor the way back may ask again.
    if (from === 'link') goTo({ page: 'run' }, { replaced: true })
    this.#show(null)
  }

  #show(view: ArrivalView): void {
    this.#view = view
    for (const listener of this.#listeners) listener()
  }
}
