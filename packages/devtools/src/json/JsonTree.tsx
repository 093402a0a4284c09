import { ChevronRight } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef, useState } from 'react'

import { useMessages } from '../session/context.tsx'
import { displayText } from '../ui/displayText.ts'
import {
  CHILDREN_AT_ONCE,
  describeHolder,
  describeLeaf,
  type JsonRow,
  type JsonView,
  listJsonRows,
} from './jsonRows.ts'

export interface JsonTreeProps {
  /** What the value is. */
  readonly label: string
  readonly value: unknown
  /** Said below the value. */
  readonly note?: string
}

const NOTHING_CHOSEN: JsonView = { expanded: new Map(), shown: new Map() }

/** JSON data as a tree: arrows open, close and move, and what is closed costs nothing. */
export function JsonTree({ label, note, value }: JsonTreeProps): ReactElement {
  const [view, setView] = useState(NOTHING_CHOSEN)
  const [activeId, setActiveId] = useState('$')
  const rows = useMemo(() => listJsonRows(value, view), [value, view])
  const tree = useRef<HTMLDivElement>(null)
  const isMoving = useRef(false)
  const activeIndex = Math.max(
    0,
    rows.findIndex(({ id }) => id === activeId),
  )
  useEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    const item = tree.current?.children[activeIndex]
    if (item instanceof HTMLElement) item.focus()
  }, [activeIndex])

  const toggle = (row: JsonRow): void => {
    if (row.hidden > 0 && row.parentId !== null) {
      const { parentId } = row
      setView(({ expanded, shown }) => ({
        expanded,
        shown: new Map(shown).set(parentId, (shown.get(parentId) ?? CHILDREN_AT_ONCE) + CHILDREN_AT_ONCE),
      }))
    } else if (row.size !== null && row.size > 0) {
      setView(({ expanded, shown }) => ({ expanded: new Map(expanded).set(row.id, !row.isExpanded), shown }))
    }
  }
  const move = (index: number): void => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (row === undefined) return
    isMoving.current = true
    setActiveId(row.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[activeIndex]
    if (row === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const isOpen = row.isExpanded
    if (event.key === 'ArrowDown') move(activeIndex + 1)
    else if (event.key === 'ArrowUp') move(activeIndex - 1)
    else if (event.key === 'Home') move(0)
    else if (event.key === 'End') move(rows.length - 1)
    else if (event.key === 'Enter' || event.key === ' ') toggle(row)
    else if (event.key === 'ArrowRight' && isOpen) move(activeIndex + 1)
    else if (event.key === 'ArrowRight') toggle(row)
    else if (event.key === 'ArrowLeft' && isOpen) toggle(row)
    else if (event.key === 'ArrowLeft') move(rows.findIndex(({ id }) => id === row.parentId))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="pbd-json" role="region" aria-label={label}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the items of the tree take the focus, one after the other */}
      <div ref={tree} role="tree" aria-label={label} onKeyDown={onKeyDown}>
        {rows.map((row, index) => (
          <JsonItem
            key={row.id}
            row={row}
            isActive={index === activeIndex}
            onPress={() => {
              setActiveId(row.id)
              toggle(row)
            }}
          />
        ))}
      </div>
      {note === undefined ? null : <p className="pbd-json-note">{note}</p>}
    </div>
  )
}

interface JsonItemProps {
  readonly row: JsonRow
  readonly isActive: boolean
  readonly onPress: () => void
}

function JsonItem({ isActive, onPress, row }: JsonItemProps): ReactElement {
  const { json } = useMessages()
  const canOpen = row.hidden > 0 || (row.size !== null && row.size > 0)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree takes the keys
    <div
      role="treeitem"
      className="pbd-json-row"
      aria-level={row.level}
      aria-setsize={row.siblings}
      aria-posinset={row.position}
      aria-expanded={canOpen && row.hidden === 0 ? row.isExpanded : undefined}
      aria-selected={isActive}
      tabIndex={isActive ? 0 : -1}
      style={{ '--_level': row.level - 1 } as CSSProperties}
      onClick={onPress}
    >
      {canOpen ? (
        <ChevronRight className={row.isExpanded ? 'pbd-open' : ''} size={12} aria-hidden="true" />
      ) : (
        <span className="pbd-json-gap" />
      )}
      {row.name === null ? null : <span className="pbd-json-name">{displayText(row.name, 64)}: </span>}
      <JsonWords row={row} words={json} />
    </div>
  )
}

function JsonWords(props: {
  readonly row: JsonRow
  readonly words: { readonly items: (count: number) => string; readonly more: (count: number) => string }
}): ReactElement {
  const { row, words } = props
  if (row.hidden > 0) return <span className="pbd-link">{words.more(row.hidden)}</span>
  if (typeof row.value !== 'object' || row.value === null) {
    return (
      <span className={`pbd-json-${row.value === null ? 'null' : typeof row.value}`}>{describeLeaf(row.value)}</span>
    )
  }
  return (
    <span className="pbd-json-note">
      {describeHolder(row.value, row.isExpanded)}
      {row.isList && !row.isExpanded && row.size !== null && row.size > 0 ? ` ${words.items(row.size)}` : ''}
    </span>
  )
}
