/** How rules of one kind are taken apart into atoms, the smallest things that can be allowed, and put together again. */
export interface AtomShape<Rule, Atom> {
  readonly toAtoms: (rule: Rule) => readonly Atom[]
  readonly fromAtoms: (atoms: readonly Atom[]) => readonly Rule[]
  /** What both allow, or undefined. An atom covers another when what they share is the other. */
  readonly meet: (left: Atom, right: Atom) => Atom | undefined
  /** Equal for equal atoms only. Rules are written in the order of these. */
  readonly keyOf: (atom: Atom) => string
  /** Atoms of two groups share nothing, so they are never held against each other. */
  readonly groupOf: (atom: Atom) => string
}

/** Sets of what is allowed, written as lists of rules. The answers are in normal form: nothing twice, sorted. */
export interface RuleAlgebra<Rule> {
  /** What both lists allow. */
  readonly intersect: (left: readonly Rule[], right: readonly Rule[]) => readonly Rule[]
  /** What the first list allows and the second does not allow whole. */
  readonly subtract: (from: readonly Rule[], taken: readonly Rule[]) => readonly Rule[]
  /** What the first list allows and has nothing in common with the second. */
  readonly unrelated: (from: readonly Rule[], other: readonly Rule[]) => readonly Rule[]
}

/**
 * One algebra for every kind of grant. An atom that is allowed in part counts as not allowed whole: asking for all hosts
 * and getting one leaves all hosts to be asked for.
 */
export function createRuleAlgebra<Rule, Atom>(shape: AtomShape<Rule, Atom>): RuleAlgebra<Rule> {
  const { fromAtoms, groupOf, keyOf, meet, toAtoms } = shape
  const atomsOf = (rules: readonly Rule[]): readonly Atom[] => rules.flatMap((rule) => [...toAtoms(rule)])
  const covers = (wide: Atom, narrow: Atom): boolean => {
    const shared = meet(wide, narrow)
    return shared !== undefined && keyOf(shared) === keyOf(narrow)
  }
  const toRules = (atoms: readonly Atom[]): readonly Rule[] => {
    const distinct = [...new Map(atoms.map((atom) => [keyOf(atom), atom])).values()]
    const groups = grouped(distinct, groupOf)
    const widest = distinct.filter(
      (atom) => !membersOf(groups, groupOf(atom)).some((other) => other !== atom && covers(other, atom)),
    )
    return fromAtoms(widest.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1)))
  }
  const without = (
    from: readonly Rule[],
    others: readonly Rule[],
    isTaken: (atom: Atom, by: Atom) => boolean,
  ): readonly Rule[] => {
    const groups = grouped(atomsOf(others), groupOf)
    return toRules(
      atomsOf(from).filter((atom) => !membersOf(groups, groupOf(atom)).some((other) => isTaken(atom, other))),
    )
  }
  return {
    intersect(left, right) {
      const groups = grouped(atomsOf(right), groupOf)
      return toRules(
        atomsOf(left).flatMap((atom) =>
          membersOf(groups, groupOf(atom)).flatMap((other) => {
            const shared = meet(atom, other)
            return shared === undefined ? [] : [shared]
          }),
        ),
      )
    },
    subtract: (from, taken) => without(from, taken, (atom, other) => covers(other, atom)),
    unrelated: (from, other) => without(from, other, (atom, its) => meet(atom, its) !== undefined),
  }
}

function grouped<Atom>(atoms: readonly Atom[], groupOf: (atom: Atom) => string): ReadonlyMap<string, readonly Atom[]> {
  return Map.groupBy(atoms, groupOf)
}

function membersOf<Atom>(groups: ReadonlyMap<string, readonly Atom[]>, group: string): readonly Atom[] {
  return groups.get(group) ?? []
}
