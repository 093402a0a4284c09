import { goTo } from '../shell/goTo.ts'
import { messages } from '../messages/index.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import type { ArrivedPackage } from '../imports/arrivedPackage.ts'
import type { LeaveOptions, WorkspaceDesk } from '../workspaces/workspaceDesk.ts'
import type { Arrival } from './arrival.ts'
import type { Ask } from './asks.ts'

/** Where something came in: a workspace by link or as a file, or a packed plugin. */
export type ArrivalKind = Arrival['from'] | 'package'

/** What came from elsewhere and waits for an answer; null when nothing does. */
export type ArrivalView =
  | { readonly phase: 'reading'; readonly from: ArrivalKind }
  | { readonly phase: 'asking'; readonly from: Arrival['from']; readonly arrival: Arrival }
  /** A packed plugin was read: it can be imported, or is refused with what was found. */
  | { readonly phase: 'package'; readonly from: 'package'; readonly arrived: ArrivedPackage }
  | { readonly phase: 'refused'; readonly from: ArrivalKind; readonly error: unknown }
  | null

/** Of a packed plugin's file. */
export const PACKAGE_EXTENSION = '.plug'

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
    void this.#receive('link', async () => {
      const { arriveByLink } = await import('./arriveByLink.ts')
      return { phase: 'asking', from: 'link', arrival: await arriveByLink(packed) }
    })
  }

  /** A file was chosen or dropped. */
  receiveFile(file: File): void {
    if (isPackageName(file.name)) this.#receivePackage(file)
    else {
      void this.#receive('file', async () => {
        const { openFile } = await import('./arriveByFile.ts')
        return { phase: 'asking', from: 'file', arrival: await openFile(file) }
      })
    }
  }

  /** @throws what {@link WorkspaceDesk.take} throws; it is asked again then. */
  async accept(arrival: Arrival, granted: readonly Ask[], options?: LeaveOptions): Promise<void> {
    await this.#desk.take(arrival, granted, options)
    this.#close(arrival.from)
  }

  /**
   * The person agreed: the package is enabled or updated with what was granted, and what is new shows itself.
   *
   * @throws Error in words when it was not; it is asked again then.
   */
  async acceptPackage({ facts, offer }: ArrivedPackage, granted: readonly Ask[]): Promise<void> {
    if (facts === null || offer.kind === 'refused') return
    const { devtools, imports, store } = this.#desk.getPlayground()
    const packages = await imports()
    if (offer.kind === 'update') await packages.update(facts, granted)
    else packages.enable(facts, granted)
    this.#close('package')
    if (offer.kind === 'update' || !packages.isEmpty(facts.packageId)) return
    try {
      devtools.selectInstance(await packages.add(facts.packageId))
    } catch (error) {
      // It is enabled; what kept its first instance from running is told as for any other.
      store.dispatch(workspaceActions.refusalShown(error instanceof Error ? error.message : messages.shell.failed))
    }
  }

  /** The person said no: what was open stays as it is. */
  dismiss(): void {
    if (this.#view === null) return
    this.#desk.openFirst()
    this.#close(this.#view.from)
  }

  #receivePackage(file: File): void {
    // It goes into a workspace, and with a link to answer there is none yet.
    if (this.#view?.from === 'link') return
    void this.#receive('package', async () => {
      const { imports, savedWorkspace } = this.#desk.getPlayground()
      // What was saved comes back first: it says which ids are taken, and which versions are here.
      await savedWorkspace.opened
      return { phase: 'package', from: 'package', arrived: await (await imports()).read(file) }
    })
  }

  async #receive(from: ArrivalKind, read: () => Promise<ArrivalView>): Promise<void> {
    const reading: ArrivalView = { phase: 'reading', from }
    this.#show(reading)
    const next = await read().catch((error: unknown): ArrivalView => ({ phase: 'refused', from, error }))
    // Something else came meanwhile.
    if (this.#view === reading) this.#show(next)
  }

  #close(from: ArrivalKind): void {
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

/** Whether a file says that it is a packed plugin. */
export function isPackageName(name: string): boolean {
  return name.toLowerCase().endsWith(PACKAGE_EXTENSION)
}
