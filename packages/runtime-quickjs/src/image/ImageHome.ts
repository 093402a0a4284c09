import type { Guest, Tenant } from '../vm/Guest.ts'
import type { LoadedCode } from '../vm/LoadedCode.ts'
import type { VmHome } from '../vm/VmHome.ts'
import type { ImageSeat } from './ImageSeat.ts'
import type { LoadedImage } from './LoadedImages.ts'
import { diffImage, type ImageDelta, type VmImage } from './VmImage.ts'

/** The place of one VM in a shared seat: its image while it is not in the memory. */
export class ImageHome implements VmHome {
  readonly isShared = true
  readonly #seat: ImageSeat
  readonly #code: string
  #base: LoadedImage
  /** Null while it is as its base. */
  #own: VmImage | ImageDelta | null = null
  #hasLeft = false
  #isLost = false

  constructor(seat: ImageSeat, base: LoadedImage, code: string) {
    this.#seat = seat
    this.#base = base
    this.#code = code
  }

  get guest(): Guest {
    return this.#seat.guest
  }

  /** The image that it began with. */
  get base(): VmImage {
    return this.#base.image
  }

  get loaded(): LoadedCode | null {
    return this.#base.loaded
  }

  enter(tenant: Tenant): boolean {
    if (this.#isLost) return false
    this.#seat.bringIn(this)
    this.guest.tenant = tenant
    return true
  }

  share(loaded: LoadedCode, fuel: number): void {
    this.#base = this.#seat.share(this, this.#code, { loaded, fuel })
  }

  /** There was no room to keep its bytes. */
  lose(): void {
    this.#isLost = true
    this.#own = null
  }

  leave(): void {
    this.#leave({ isPoisoned: false })
  }

  abandon(): void {
    this.#leave({ isPoisoned: true })
  }

  #leave(how: { readonly isPoisoned: boolean }): void {
    if (this.#hasLeft) return
    this.#hasLeft = true
    this.#seat.remove(this, how)
    this.#own = null
  }

  memoryBytes(): number {
    return this.#seat.measure()
  }

  isExhausted(): boolean {
    return this.#seat.isExhausted()
  }

  /** Bytes kept for it beyond its base while it is not in the memory. */
  get idleBytes(): number {
    if (this.#own === null) return 0
    return 'bytes' in this.#own ? this.#own.bytes.length : this.#own.blocks.length + this.#own.offsets.byteLength
  }

  /** What lies in the memory when it is in it: a whole image, and what to change of it. */
  get parts(): { readonly image: VmImage; readonly delta: ImageDelta | null } {
    if (this.#own === null) return { image: this.#base.image, delta: null }
    return 'bytes' in this.#own ? { image: this.#own, delta: null } : { image: this.#base.image, delta: this.#own }
  }

  /** Where its next image may be written, if it has a whole one. */
  get room(): VmImage | undefined {
    return this.#own !== null && 'bytes' in this.#own ? this.#own : undefined
  }

  keep(image: VmImage | ImageDelta): void {
    this.#own = image
  }

  /** Keeps only what differs from the base, as it was not used for a while. Returns the room that this leaves. */
  shrink(): VmImage | undefined {
    const { room } = this
    if (room !== undefined) this.#own = diffImage(this.#base.image, room)
    return room
  }
}
