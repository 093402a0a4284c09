export interface RowHeightsOptions {
  /** Places in all, of rows that are here and of others. */
  readonly count: number
  /** The place of the first row that is here. */
  readonly first: number
  /** Heights of the rows that are here, in their order; `undefined` where none was measured yet. */
  readonly measured: readonly (number | undefined)[]
  /** What a row counts for that was not measured. */
  readonly estimate: number
}

/** Where rows stand above each other. Rows that are not here cost nothing: there may be a billion of them. */
export class RowHeights {
  readonly count: number
  readonly #first: number
  readonly #estimate: number
  /** The distance from the first row that is here to each of them, and to the end of the last one. */
  readonly #tops: Float64Array

  constructor({ count, first, measured, estimate }: RowHeightsOptions) {
    this.count = count
    this.#first = first
    this.#estimate = estimate
    this.#tops = new Float64Array(measured.length + 1)
    let top = 0
    for (const [index, height] of measured.entries()) this.#tops[index + 1] = top += height ?? estimate
  }

  /** Of all rows together, in pixels. */
  get total(): number {
    return this.top(this.count)
  }

  /** The distance from the first place to this one, which may be the end. */
  top(place: number): number {
    const index = Math.min(Math.max(place - this.#first, 0), this.#tops.length - 1)
    return (place - index) * this.#estimate + (this.#tops[index] ?? 0)
  }

  /** The place that a distance leads to. */
  placeAt(distance: number): number {
    const before = this.#first * this.#estimate
    const here = this.#tops.at(-1) ?? 0
    const place =
      distance < before
        ? Math.floor(distance / this.#estimate)
        : distance < before + here
          ? this.#first + this.#find(distance - before)
          : this.#first + this.#tops.length - 1 + Math.floor((distance - before - here) / this.#estimate)
    return Math.max(0, Math.min(place, this.count - 1))
  }

  /** The last of the rows that are here whose top is not below a distance. */
  #find(distance: number): number {
    let low = 0
    let high = this.#tops.length - 1
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#tops[middle] ?? 0) <= distance) low = middle
      else high = middle
    }
    return low
  }
}
