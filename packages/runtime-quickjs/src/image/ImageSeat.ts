import type { PluginLimits } from '@plugboard/contracts'

import type { EngineInstance } from '../engine/engineInstance.ts'
import type { MemoryLayout } from '../engine/memoryLayout.ts'
import type { ApiAdapter } from '../vm/apiAdapter.ts'
import { Guest } from '../vm/Guest.ts'
import { ImageHome } from './ImageHome.ts'
import { LoadedImages, type LoadedImage } from './LoadedImages.ts'
import { loadImage, measureImage, patchImage, saveImage, type VmImage } from './VmImage.ts'

/**
 * VMs that keep a whole image each, about 300 KB, so that their turn costs two copies; the others keep what differs from
 * their base.
 */
const WHOLE_IMAGES = 64

/** A room is used for an image that fills at least this share of it: what a large VM had is too much for a small one. */
const LEAST_FILL = 0.5

// Frames below the guest's own limit: the engine's parser and regular expressions go a little deeper.
const STACK_MARGIN = 131_072

export interface OpenSeatOptions {
  /** An engine that nothing has run in, with the memory that the limits allow. */
  readonly engine: EngineInstance
  /** Null where it is not as expected. */
  readonly layout: MemoryLayout | null
  readonly limits: PluginLimits
  readonly adapter: ApiAdapter
}

interface SeatParts {
  readonly engine: EngineInstance
  readonly layout: MemoryLayout
  readonly guest: Guest
  readonly stackBytes: number
}

/**
 * One engine instance that many VMs use in turn. A VM that is not in it is an image, a copy of its bytes.
 *
 * While one is in, no byte of a neighbour is: what a guest may have written and an image does not cover is zeroed. An image is taken only between calls,
 * when the stack is empty and no job waits, and none ever comes from outside.
 */
export class ImageSeat {
  readonly #parts: SeatParts
  readonly #boot: VmImage
  readonly #loaded = new LoadedImages()
  /** The VMs that have a place here. */
  readonly #homes = new Set<ImageHome>()
  /** The VMs that keep a whole image, the one used last at the end. */
  readonly #whole = new Set<ImageHome>()
  #resident: ImageHome | null = null
  /** What the last VM that was put away for longer has left, for the next one. */
  #spareRoom: VmImage | undefined
  /** Above this nothing was ever written, or it was zeroed since. */
  #dirtyTop = 0
  /** An exception may have left the stack pointer anywhere, and its frames with it. */
  #isPoisoned = false

  private constructor(parts: SeatParts) {
    this.#parts = parts
    this.#boot = saveImage(this.#memory(), parts.layout)
    this.#dirtyTop = parts.layout.readBreak()
  }

  /**
   * Runs the bootstrap in an engine. Null where its VMs cannot be copied, or its limits do not let it start: an engine for
   * each VM then says why.
   */
  static open({ adapter, engine, layout, limits }: OpenSeatOptions): ImageSeat | null {
    if (layout === null) return null
    try {
      const guest = new Guest(engine, limits.stackBytes)
      guest.boot({ bootstrap: adapter.bootstrap, configText: adapter.configure(limits) })
      return new ImageSeat({ engine, layout, guest, stackBytes: limits.stackBytes })
    } catch {
      return null
    }
  }

  get guest(): Guest {
    return this.#parts.guest
  }

  /** Whether no VM has a place here. */
  get isEmpty(): boolean {
    return this.#homes.size === 0
  }

  /**
   * A place for a new VM of a plugin: a copy of one that ran its code, or else of one that ran the bootstrap. `fuel` is
   * what its code may take.
   */
  createHome(code: string, fuel: number): ImageHome {
    const base = this.#loaded.find(code, fuel) ?? { image: this.#boot, loaded: null, fuel: 0 }
    const home = new ImageHome(this, base, code)
    this.#homes.add(home)
    return home
  }

  /** Keeps what is in the memory, a plugin that has just run its code, for its next instances. */
  share(home: ImageHome, code: string, found: Omit<LoadedImage, 'image'>): LoadedImage {
    this.bringIn(home)
    const loaded = { ...found, image: saveImage(this.#memory(), this.#parts.layout) }
    this.#loaded.keep(code, loaded)
    return loaded
  }

  /** Makes a VM the one that is in the memory, and puts away the one that was. */
  bringIn(home: ImageHome): void {
    if (this.#resident === home) return
    this.#putAway()
    this.#load(home)
    this.#resident = home
  }

  /**
   * Forgets a VM. What it left in the memory is overwritten when the next one comes in; `isPoisoned`: it was stopped, and
   * may have left more.
   */
  remove(home: ImageHome, { isPoisoned }: { readonly isPoisoned: boolean }): void {
    this.#homes.delete(home)
    this.#whole.delete(home)
    if (this.#resident !== home) return
    this.#resident = null
    this.#isPoisoned ||= isPoisoned
  }

  isExhausted(): boolean {
    return this.#parts.engine.memory.isExhausted()
  }

  /** Bytes that the VM in the memory takes. */
  measure(): number {
    return measureImage(this.#parts.layout)
  }

  #memory(): Uint8Array {
    return new Uint8Array(this.#parts.engine.memory.memory.buffer)
  }

  /** A process without room for a VM's bytes costs that VM its life, and nobody else anything. */
  #putAway(): void {
    const home = this.#resident
    if (home === null) return
    this.#resident = null
    try {
      this.#save(home)
    } catch {
      this.#whole.delete(home)
      home.lose()
    }
  }

  #save(home: ImageHome): void {
    const room = home.room ?? this.#spareRoom
    if (room === this.#spareRoom) this.#spareRoom = undefined
    const fits = room !== undefined && this.measure() >= room.bytes.length * LEAST_FILL
    home.keep(saveImage(this.#memory(), this.#parts.layout, fits ? room : undefined))
    this.#whole.delete(home)
    this.#whole.add(home)
    const [oldest] = this.#whole
    if (this.#whole.size <= WHOLE_IMAGES || oldest === undefined) return
    this.#whole.delete(oldest)
    this.#spareRoom = oldest.shrink()
  }

  #load(home: ImageHome): void {
    const { engine, layout, stackBytes } = this.#parts
    const { delta, image } = home.parts
    const memory = this.#memory()
    const dirtyTop = Math.max(this.#dirtyTop, layout.readBreak())
    if (this.#isPoisoned || layout.readStackPointer() !== layout.stackTop) layout.resetStackPointer()
    loadImage(memory, layout, image)
    if (delta !== null) patchImage(memory, layout, delta)
    const top = layout.readBreak()
    if (dirtyTop > top) memory.fill(0, top, dirtyTop)
    const depth = this.#isPoisoned ? layout.stackTop - layout.staticEnd : stackBytes + STACK_MARGIN
    memory.fill(0, Math.max(layout.staticEnd, layout.stackTop - depth), layout.stackTop)
    this.#dirtyTop = top
    this.#isPoisoned = false
    engine.memory.forgive()
  }
}
