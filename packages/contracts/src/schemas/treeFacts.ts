/** Where a part of a tree stands: as a node, as an item of a list, as a row of a table; or all of them that one node has. */
export type TreePartRole = 'node' | 'item' | 'row' | 'nodes' | 'items' | 'rows'

/** What the parser has to know of a part that it parsed before, in order not to look into it again. */
export interface TreePartFacts {
  readonly role: TreePartRole
  /** Nodes in it, itself included when it is one. */
  readonly nodes: number
  /** Levels of nodes. */
  readonly levels: number
  /** Open dialogs in it. */
  readonly dialogs: number
  /** Levels of JSON. */
  readonly depth: number
  /** Names of the fields in it. */
  readonly names: readonly string[]
}

/**
 * Parts that were parsed without an issue, by reference: for one widget, whose handlers they name. Nothing that came from
 * a guest can be one of them; somebody who has the reference puts it into the tree in place of what was said about it.
 */
export type KnownTreeParts = WeakMap<object, TreePartFacts>

/** Counts a part that was parsed, so that its depth is bounded; `names` are those of the fields in it. */
export function countPart(
  part: object,
  given: Pick<TreePartFacts, 'role' | 'names'> & { readonly known: KnownTreeParts },
): TreePartFacts {
  const { known, names, role } = given
  const count = (value: object): Pick<TreePartFacts, 'nodes' | 'levels' | 'dialogs' | 'depth'> => {
    const facts = known.get(value)
    if (facts !== undefined) return facts
    const own = Object.hasOwn(value, 'kind') ? 1 : 0
    let nodes = own
    let levels = 0
    let dialogs = isOpenDialog(value) ? 1 : 0
    let depth = 0
    for (const item of Array.isArray(value) ? (value as readonly unknown[]) : Object.values(value)) {
      if (typeof item !== 'object' || item === null) continue
      const below = count(item)
      nodes += below.nodes
      dialogs += below.dialogs
      levels = Math.max(levels, below.levels)
      depth = Math.max(depth, below.depth)
    }
    return { nodes, levels: levels + own, dialogs, depth: depth + 1 }
  }
  return { role, names, ...count(part) }
}

/** Whether a value is a dialog that is open, or would be. */
export function isOpenDialog(value: object): boolean {
  return 'kind' in value && value.kind === 'dialog' && 'open' in value && value.open === true
}
