/** What of `navigator.serviceWorker` is used. */
export type WorkerContainer = Pick<
  ServiceWorkerContainer,
  'controller' | 'register' | 'addEventListener' | 'removeEventListener'
>

export interface OfflineView {
  /** Whether every file of this build is kept here: a reload needs no network. */
  readonly isReady: boolean
  /** Whether a newer build is kept here, and waits for a reload. */
  readonly hasUpdate: boolean
}

const NOTHING: OfflineView = { isReady: false, hasUpdate: false }

/** Keeps the page in the browser, and says what came of it. Without service workers it does nothing. */
export class OfflineState {
  readonly #container: WorkerContainer | undefined
  readonly #listeners = new Set<() => void>()
  #view: OfflineView = NOTHING
  #waiting: ServiceWorker | null = null

  constructor(container: WorkerContainer | undefined) {
    this.#container = container
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly getSnapshot = (): OfflineView => this.#view

  /** Registers the worker at `address`. Never rejects: a page that cannot be kept is a page all the same. */
  async start(address: string): Promise<void> {
    const container = this.#container
    if (container === undefined) return
    container.addEventListener('controllerchange', () => void this.#check())
    try {
      const registration = await container.register(address, { updateViaCache: 'none' })
      this.#watch(registration.waiting)
      registration.addEventListener('updatefound', () => {
        const { installing } = registration
        installing?.addEventListener('statechange', () => {
          if (installing.state === 'installed') this.#watch(installing)
        })
      })
      await this.#check()
    } catch {
      this.#show(NOTHING)
    }
  }

  /** Lets the newer build take over. Resolves when it has: the page is to be loaded again then. */
  update(): Promise<void> {
    return new Promise((resolve) => {
      this.#container?.addEventListener('controllerchange', () => resolve(), { once: true })
      this.#waiting?.postMessage('take-over')
    })
  }

  /** A worker that waits, while another one serves the page, is a newer build. */
  #watch(worker: ServiceWorker | null): void {
    if (worker === null || this.#container?.controller === null) return
    this.#waiting = worker
    this.#show({ ...this.#view, hasUpdate: true })
  }

  /** Asks the worker that serves this page whether it has everything. */
  async #check(): Promise<void> {
    const controller = this.#container?.controller ?? null
    if (controller === null) return
    const { port1, port2 } = new MessageChannel()
    const isReady = await new Promise<boolean>((resolve) => {
      port1.addEventListener('message', ({ data }) => resolve(data === true), { once: true })
      port1.start()
      controller.postMessage('is-complete', [port2])
    })
    port1.close()
    this.#show({ ...this.#view, isReady })
  }

  #show(view: OfflineView): void {
    this.#view = view
    for (const listener of this.#listeners) listener()
  }
}
