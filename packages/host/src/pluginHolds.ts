import type { InstanceId, OpenPluginRequest, PluginHold } from '@plugboard/contracts'

export interface PluginHoldsOptions {
  /** Starts an instance and names it at once; what goes wrong later is on the instance's record. */
  readonly start: (request: OpenPluginRequest) => InstanceId
  readonly isAlive: (instanceId: InstanceId) => boolean
  readonly unload: (instanceId: InstanceId) => Promise<void>
}

interface OpenInstance {
  readonly instanceId: InstanceId
  holds: number
}

/** Instances that live as long as a view holds them, found again by the view's own ticket. */
export class PluginHolds {
  readonly #options: PluginHoldsOptions
  // Weak: a ticket that nobody has any more can never be asked for again.
  readonly #open = new WeakMap<object, OpenInstance>()

  constructor(options: PluginHoldsOptions) {
    this.#options = options
  }

  open(ticket: object, request: OpenPluginRequest): PluginHold {
    let opened = this.#open.get(ticket)
    if (opened === undefined || !this.#options.isAlive(opened.instanceId)) {
      opened = { instanceId: this.#options.start(request), holds: 0 }
      this.#open.set(ticket, opened)
    }
    opened.holds += 1
    return this.#holdOn(ticket, opened)
  }

  #holdOn(ticket: object, opened: OpenInstance): PluginHold {
    let isHeld = true
    return {
      instanceId: opened.instanceId,
      release: () => {
        if (!isHeld) return
        isHeld = false
        opened.holds -= 1
        if (opened.holds === 0) void this.#endAfterTurn(ticket, opened)
      },
    }
  }

  async #endAfterTurn(ticket: object, opened: OpenInstance): Promise<void> {
    // The grace turn: a view that is unmounted and mounted in one go asks again before this goes on.
    await Promise.resolve()
    if (opened.holds > 0) return
    if (this.#open.get(ticket) === opened) this.#open.delete(ticket)
    if (this.#options.isAlive(opened.instanceId)) await this.#options.unload(opened.instanceId)
  }
}
