import type { RuntimeState } from '@plugboard/contracts'
import type { PluginHost, PluginRootState } from '@plugboard/host'

/** The store that a host is connected to; a Redux store is one. */
export interface DevtoolsStore<Path extends string = 'plugins'> {
  readonly getState: () => PluginRootState<Path>
  readonly subscribe: (listener: () => void) => () => void
}

/** The host's state in that store, and the selectors over it. */
export class RuntimeReader {
  readonly #host: PluginHost<string>
  readonly #store: DevtoolsStore<string>
  readonly subscribe: (listener: () => void) => () => void

  constructor(host: PluginHost<string>, store: DevtoolsStore<string>) {
    this.#host = host
    this.#store = store
    this.subscribe = store.subscribe
  }

  get state(): RuntimeState {
    return this.#host.selectors.selectRuntimeState(this.root)
  }

  /** The state of the application, for the host's selectors. */
  get root(): PluginRootState<string> {
    return this.#store.getState()
  }
}
