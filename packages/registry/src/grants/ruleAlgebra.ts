/** Rights at one place: what rules of every kind are taken apart into. */
export interface Claim<Place> {
  readonly place: Place
  readonly rights: readonly string[]
}

/** What sets of rules of one kind are made of. */
export interface RuleShape<Rule, Place> {
  /** Every right that there is, at most 30. A right that is none of them is dropped. */
  readonly rights: readonly string[]
  readonly toClaims: (rule: Rule) => readonly Claim<Place>[]
  /** The rules of claims on different places, in the order of their keys. */
  readonly toRules: (claims: readonly Claim<Place>[]) => readonly Rule[]
  /** Equal for equal places only. */
  readonly keyOf: (place: Place) => string
  readonly covers: (wide: Place, narrow: Place) => boolean
  /** What two places share of which neither covers the other. Absent where that is nothing. */
  readonly cross?: (left: Place, right: Place) => Place | undefined
}

/** Sets of what is allowed, written as lists of rules. The answers are in normal form: nothing twice, sorted. */
export interface RuleAlgebra<Rule> {
  readonly normalise: (rules: readonly Rule[]) => readonly Rule[]
  /** What both lists allow. */
  readonly intersect: (left: readonly Rule[], right: readonly Rule[]) => readonly Rule[]
  /** What the first list allows and the second does not allow whole. */
  readonly subtract: (from: readonly Rule[], taken: readonly Rule[]) => readonly Rule[]
  /** What the first list allows and has nothing in common with the second. */
  readonly unrelated: (from: readonly Rule[], other: readonly Rule[]) => readonly Rule[]
}

/**
 * One algebra for every kind of grant. A place that is allowed in part counts as not allowed whole: asking for all hosts
 * and getting one leaves all hosts to be asked for. Costs the product of both lists, so their lengths have to be bounded.
 */
export function createRuleAlgebra<Rule, Place>(shape: RuleShape<Rule, Place>): RuleAlgebra<Rule> {
  const read = (rules: readonly Rule[]): readonly Held<Place>[] => widest(shape, collect(shape, rules))
  const write = (held: readonly Held<Place>[]): readonly Rule[] => {
    const sorted = held.toSorted((left, right) => (left.key < right.key ? -1 : 1))
    return shape.toRules(
      sorted.map(({ bits, place }) => ({
        place,
        rights: shape.rights.filter((_, index) => (bits & (1 << index)) !== 0),
      })),
    )
  }
  const without = (
    from: readonly Rule[],
    others: readonly Rule[],
    isTaken: (place: Place, by: Place) => boolean,
  ): readonly Rule[] => write(take(read(from), (held, other) => isTaken(held.place, other.place), read(others)))
  return {
    normalise: (rules) => write(read(rules)),
    intersect(left, right) {
      const others = read(right)
      const shared: Held<Place>[] = []
      for (const held of read(left)) {
        for (const other of others) {
          const both = meet(shape, held, other)
          if (both !== undefined) shared.push(both)
        }
      }
      return write(widest(shape, merge(shared)))
    },
    subtract: (from, taken) => without(from, taken, (place, by) => shape.covers(by, place)),
    unrelated: (from, other) =>
      without(
        from,
        other,
        (place, by) => shape.covers(by, place) || shape.covers(place, by) || shape.cross?.(place, by) !== undefined,
      ),
  }
}

/** A claim with its rights as bits, by their places in the shape. */
interface Held<Place> {
  readonly place: Place
  readonly key: string
  readonly bits: number
}

function collect<Rule, Place>(shape: RuleShape<Rule, Place>, rules: readonly Rule[]): readonly Held<Place>[] {
  return merge(
    rules.flatMap((rule) =>
      shape.toClaims(rule).map(({ place, rights }) => ({
        place,
        key: shape.keyOf(place),
        bits: shape.rights.reduce((bits, right, index) => (rights.includes(right) ? bits | (1 << index) : bits), 0),
      })),
    ),
  )
}

/** Each place once. */
function merge<Place>(held: readonly Held<Place>[]): readonly Held<Place>[] {
  const byKey = new Map<string, Held<Place>>()
  for (const each of held) {
    const { bits } = byKey.get(each.key) ?? { bits: 0 }
    byKey.set(each.key, { ...each, bits: bits | each.bits })
  }
  return [...byKey.values()]
}

/** Without what a wider place has too. */
function widest<Rule, Place>({ covers }: RuleShape<Rule, Place>, held: readonly Held<Place>[]): readonly Held<Place>[] {
  return take(held, (each, other) => other !== each && covers(other.place, each.place), held)
}

/** What is left of each when the rights of those are taken away that take from it. */
function take<Place>(
  held: readonly Held<Place>[],
  isTaken: (each: Held<Place>, by: Held<Place>) => boolean,
  takers: readonly Held<Place>[],
): readonly Held<Place>[] {
  return held.flatMap((each) => {
    let { bits } = each
    for (const taker of takers) {
      if ((bits & taker.bits) !== 0 && isTaken(each, taker)) bits &= ~taker.bits
    }
    return bits === 0 ? [] : [{ ...each, bits }]
  })
}

function meet<Rule, Place>(
  { covers, cross, keyOf }: RuleShape<Rule, Place>,
  left: Held<Place>,
  right: Held<Place>,
): Held<Place> | undefined {
  const bits = left.bits & right.bits
  if (bits === 0) return undefined
  if (covers(left.place, right.place)) return { ...right, bits }
  if (covers(right.place, left.place)) return { ...left, bits }
  const place = cross?.(left.place, right.place)
  return place === undefined ? undefined : { place, key: keyOf(place), bits }
}
