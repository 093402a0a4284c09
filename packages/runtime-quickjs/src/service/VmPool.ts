import { DEFAULT_TIME_ZONE, PluginRuntimeError, type LoadPluginRequest, type PluginLimits } from '@plugboard/contracts'

import { createEngineInstance, type EngineInstance } from '../engine/engineInstance.ts'
import { findMemoryLayout } from '../engine/memoryLayout.ts'
import { ImageSeat } from '../image/ImageSeat.ts'
import { selectAdapter } from '../vm/apiAdapter.ts'
import { OwnedHome } from '../vm/OwnedHome.ts'
import type { VmHome } from '../vm/VmHome.ts'

export interface VmPoolOptions {
  readonly compile: () => Promise<WebAssembly.Module>
  /** Whether VMs may share an engine instance in time. Without it each has its own. */
  readonly images: boolean
}

/**
 * Gives VMs a memory to run in. VMs with equal limits and one time zone share one engine instance in time, as images; where the engine's
 * memory is not laid out as expected, each VM has an engine instance of its own.
 */
export class VmPool {
  readonly #options: VmPoolOptions
  readonly #seats = new Map<string, Promise<ImageSeat | null>>()

  constructor(options: VmPoolOptions) {
    this.#options = options
  }

  /**
   * A home for one VM of a plugin.
   *
   * @throws PluginRuntimeError `UNSUPPORTED_API_VERSION`, or `RUNTIME_CRASHED` when the process has no room for it.
   */
  async open(request: LoadPluginRequest, limits: PluginLimits): Promise<VmHome> {
    // Before anything is allocated for it.
    selectAdapter(request.apiVersion)
    const timeZone = request.seed?.timeZone
    try {
      const seat = this.#options.images ? await this.#seat({ limits, timeZone, apiVersion: request.apiVersion }) : null
      return seat === null
        ? new OwnedHome(await this.#createEngine(limits, timeZone), limits.stackBytes)
        : seat.createHome(request.code, limits.fuel.load)
    } catch (cause) {
      // The process's failure, not the plugin's: it costs no strike.
      throw new PluginRuntimeError(
        {
          code: 'RUNTIME_CRASHED',
          message:
            'The engine could not be started for this plugin. Unload plugins that are not needed, then try again.',
        },
        { cause },
      )
    }
  }

  /** Starts the engine that VMs with these limits will share. Never rejects: whoever needs it is told what failed. */
  async prepare(limits: PluginLimits): Promise<void> {
    if (this.#options.images) await this.#seat({ limits }).catch(() => null)
  }

  #seat({ apiVersion, limits, timeZone = DEFAULT_TIME_ZONE }: SeatKind): Promise<ImageSeat | null> {
    const adapter = selectAdapter(apiVersion)
    // What the memory and the bootstrap in it are made from.
    const { memoryBytes, stackBytes } = limits
    const key = JSON.stringify([adapter.version, memoryBytes, stackBytes, adapter.selectLimits(limits), timeZone])
    let seat = this.#seats.get(key)
    if (seat === undefined) {
      this.#dropEmpty()
      seat = this.#createEngine(limits, timeZone).then((engine) =>
        ImageSeat.open({ engine, layout: findMemoryLayout(engine), limits, adapter }),
      )
      this.#seats.set(key, seat)
      seat.catch(() => this.#seats.delete(key))
    }
    return seat
  }

  // Limits are the host's, and there may be many of them; engines are few.
  #dropEmpty(): void {
    for (const [key, opening] of this.#seats) {
      void opening.then(
        (seat) => {
          if (seat?.isEmpty === true && this.#seats.get(key) === opening) this.#seats.delete(key)
        },
        () => undefined,
      )
    }
  }

  async #createEngine({ memoryBytes }: PluginLimits, timeZone: string | undefined): Promise<EngineInstance> {
    return createEngineInstance({ module: await this.#options.compile(), memoryBytes, timeZone })
  }
}

/** VMs of one kind can be images in one engine. */
interface SeatKind {
  readonly limits: PluginLimits
  readonly apiVersion?: number | undefined
  readonly timeZone?: string | undefined
}
