import type { LoadedCode } from '../vm/LoadedCode.ts'
import type { VmImage } from './VmImage.ts'

/** Plugins whose image is kept. */
const MOST_IMAGES = 32

/** Bytes that they may take together: a plugin that makes much of little code when it is loaded runs it each time. */
const MOST_BYTES = 32 * 1024 * 1024

/** An image that VMs begin with, and the plugin's code if it has run in it. */
export interface LoadedImage {
  readonly image: VmImage
  readonly loaded: LoadedCode | null
  /** Interrupt polls that running the code took. */
  readonly fuel: number
}

/** The images of plugins after their code has run, by their code; the ones used last. */
export class LoadedImages {
  readonly #images = new Map<string, LoadedImage>()
  #bytes = 0

  /** The image of a plugin, unless its code took more fuel than there is now: then it has to run, and to fail. */
  find(code: string, fuel: number): LoadedImage | undefined {
    const loaded = this.#images.get(code)
    if (loaded === undefined || loaded.fuel > fuel) return undefined
    this.#remove(code)
    this.#put(code, loaded)
    return loaded
  }

  /** Keeps an image, and drops those that are too much with it. */
  keep(code: string, loaded: LoadedImage): void {
    this.#remove(code)
    this.#put(code, loaded)
    for (const oldest of this.#images.keys()) {
      if (this.#images.size <= MOST_IMAGES && this.#bytes <= MOST_BYTES) return
      this.#remove(oldest)
    }
  }

  #put(code: string, loaded: LoadedImage): void {
    this.#images.set(code, loaded)
    this.#bytes += loaded.image.bytes.length
  }

  #remove(code: string): void {
    this.#bytes -= this.#images.get(code)?.image.bytes.length ?? 0
    this.#images.delete(code)
  }
}
