/** One line of the list. A type and not an interface, as is the state: only then it counts as JSON. */
export type ListItem = {
  readonly id: number
  readonly label: string
  readonly count: number
}

/** State of the list plugin. */
export type ListState = {
  readonly items: readonly ListItem[]
}

/** Lines that make a tree of about 1,000 nodes: four for each. */
export const LINES = 250

/** A list in which every label says which edition it is of. */
export function createList(edition: number): ListState {
  return {
    items: Array.from({ length: LINES }, (_, id) => ({ id, label: `Line ${id} of edition ${edition}`, count: id % 7 })),
  }
}

/** The same list with another count in one line. */
export function changeOne({ items }: ListState, edition: number): ListState {
  const index = (edition * 31) % LINES
  return { items: items.map((item, at) => (at === index ? { ...item, count: item.count + 1 } : item)) }
}
