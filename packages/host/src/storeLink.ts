import type { RuntimeState } from '@plugboard/contracts'
import type { PluginSlice } from '@plugboard/store-core'
import { isAction, type Middleware, type MiddlewareAPI, type UnknownAction } from '@reduxjs/toolkit'

import { PluginHostError } from './pluginHostError.ts'

export interface StoreLinkOptions {
  readonly reducerPath: string
  readonly slice: PluginSlice
  /** Called after each action that changed the host's slice. Must only schedule. */
  readonly onChange: () => void
  /** Told what a middleware or subscriber of the application threw while the host dispatched. */
  readonly onFault: (cause: unknown) => void
}

/** The host's one connection to the application's store, made by the middleware. */
export class StoreLink {
  readonly #options: StoreLinkOptions
  #api: MiddlewareAPI | null = null
  #lastState: RuntimeState | null = null
  #pending: { readonly action: UnknownAction; seq: number | null } | null = null
  readonly middleware: Middleware

  constructor(options: StoreLinkOptions) {
    this.#options = options
    this.middleware = (api) => {
      this.#connect(api)
      return (next) => (action) => {
        const before = this.#read()
        // Subscribers run inside `next` and may throw; the reducer has run by then, and the host must hear of it.
        try {
          return next(action)
        } finally {
          this.#settle(action, before)
        }
      }
    }
  }

  get isConnected(): boolean {
    return this.#read() !== null
  }

  /** @throws PluginHostError `HOST_NOT_CONNECTED`. */
  get state(): RuntimeState {
    const state = this.#read()
    if (state !== null) return state
    const { reducerPath } = this.#options
    throw new PluginHostError({
      code: 'HOST_NOT_CONNECTED',
      message:
        this.#api === null
          ? 'The host has no store yet: concat host.middleware to the middleware of configureStore.'
          : `The store has no runtime state at "${reducerPath}": put [host.reducerPath]: host.reducer into its reducers.`,
    })
  }

  /**
   * Sends an action through the application's store. What the application throws on the way is reported, not thrown.
   * Returns the number of the first trace record that the action made, or the newest number when it made none.
   *
   * @throws PluginHostError `HOST_NOT_CONNECTED`.
   */
  dispatch(action: UnknownAction): number {
    const { selectLastSeq } = this.#options.slice.selectors
    void this.state
    const outer = this.#pending
    const pending = { action, seq: null }
    this.#pending = pending
    try {
      this.#api?.dispatch(action)
    } catch (cause) {
      this.#options.onFault(cause)
    } finally {
      this.#pending = outer
    }
    return pending.seq ?? selectLastSeq(this.state)
  }

  #connect(api: MiddlewareAPI): void {
    if (this.#api !== null) {
      throw new PluginHostError({
        code: 'ALREADY_CONNECTED',
        message: 'The host belongs to another store already. Create one host for each store.',
      })
    }
    this.#api = api
  }

  #read(): RuntimeState | null {
    // A root state is whatever the application made of it; what is missing is told apart here.
    const root = this.#api?.getState() as Readonly<Record<string, RuntimeState | undefined>> | undefined
    return root?.[this.#options.reducerPath] ?? null
  }

  #settle(action: unknown, before: RuntimeState | null): void {
    const after = this.#read()
    if (after === null) return
    const { selectLastSeq, selectTraceRecord } = this.#options.slice.selectors
    // A subscriber may have dispatched more by now: the action's own first record is the next number, not the last.
    if (isAction(action) && this.#pending?.action === action) {
      const seq = (before === null ? 0 : selectLastSeq(before)) + 1
      if (selectTraceRecord(after, seq) !== undefined) this.#pending.seq = seq
    }
    if (after === this.#lastState) return
    this.#lastState = after
    this.#options.onChange()
  }
}
