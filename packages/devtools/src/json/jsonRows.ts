import { displayText } from '../ui/displayText.ts'

/** One visible line of a tree of JSON data. */
export interface JsonRow {
  /** Unique in the tree. */
  readonly id: string
  /** From 1. */
  readonly level: number
  /** Null for the value that the tree is of. */
  readonly name: string | null
  readonly value: unknown
  /** How many it holds; null for what holds nothing. */
  readonly size: number | null
  readonly isList: boolean
  readonly isExpanded: boolean
  readonly position: number
  readonly siblings: number
  /** Of a line that stands for what is not drawn: how many those are. */
  readonly hidden: number
  /** The line that it is inside of; null for the first. */
  readonly parentId: string | null
}

/** What a person opened, closed, and asked to see more of, by the line's id. */
export interface JsonView {
  readonly expanded: ReadonlyMap<string, boolean>
  readonly shown: ReadonlyMap<string, number>
}

/** Children of one value that are drawn at once; the rest is asked for. */
export const CHILDREN_AT_ONCE = 100

/** Lines that are drawn without being asked for. */
const FIRST_LINES = 120

/** Levels that are open at first. */
const OPEN_LEVELS = 3

/**
 * The lines of a value that are to be drawn. What is closed is not looked into, and of what holds much the first part is
 * taken: the cost is that of what is seen.
 */
export function listJsonRows(root: unknown, view: JsonView): readonly JsonRow[] {
  const rows: JsonRow[] = []
  add({ id: '$', level: 1, name: null, value: root, position: 1, siblings: 1, parentId: null })
  return rows

  function add(place: Pick<JsonRow, 'id' | 'level' | 'name' | 'value' | 'position' | 'siblings' | 'parentId'>): void {
    const { id, level, value } = place
    const entries = entriesOf(value)
    const isOpenAtFirst = level <= OPEN_LEVELS && rows.length < FIRST_LINES
    const isExpanded = entries !== null && entries.length > 0 && (view.expanded.get(id) ?? isOpenAtFirst)
    rows.push({
      ...place,
      size: entries === null ? null : entries.length,
      isList: Array.isArray(value),
      isExpanded,
      hidden: 0,
    })
    if (!isExpanded) return
    const most = view.shown.get(id) ?? CHILDREN_AT_ONCE
    const siblings = entries.length
    for (const [index, name] of entries.slice(0, most).entries()) {
      const child = (value as Readonly<Record<string, unknown>>)[name]
      add({ id: `${id}/${index}`, level: level + 1, name, value: child, position: index + 1, siblings, parentId: id })
    }
    if (siblings <= most) return
    const hidden = siblings - most
    rows.push({
      id: `${id}/more`,
      level: level + 1,
      name: null,
      value: undefined,
      size: null,
      isList: false,
      isExpanded: false,
      position: most + 1,
      siblings,
      hidden,
      parentId: id,
    })
  }
}

function entriesOf(value: unknown): readonly string[] | null {
  return typeof value === 'object' && value !== null ? Object.keys(value) : null
}

/** What holds nothing, in few words. */
export function describeLeaf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(displayText(value))
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'null'
}

/** What holds something: by its brackets while it is open, by the first of its names while it is closed. */
export function describeHolder(value: object, isOpen: boolean): string {
  if (!isOpen) return describeClosed(value)
  return Array.isArray(value) ? '[' : '{'
}

/** What holds something and is closed, by the first of its names. */
export function describeClosed(value: object): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]'
  const names = Object.keys(value)
  if (names.length === 0) return '{}'
  const first = names.slice(0, 3).map((name) => displayText(name, 24))
  return `{ ${first.join(', ')}${names.length > first.length ? ', …' : ''} }`
}
