import type { ListItem } from '@plugboard/contracts'
import { wordsOf } from '@plugboard/contracts/rendering'
import { memo, type NamedExoticComponent, type ReactElement, useId, useMemo, useRef } from 'react'

import { useA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'
import { MANY } from '../rows/many.ts'
import { slotKey } from '../rows/slotKey.ts'
import { useRows } from '../rows/useRows.ts'
import { distinct } from '../siblingKeys.ts'

export function List({ node, emit, renderNode }: NodeProps<'list'>): ReactElement {
  const { items } = node
  const a11y = useA11y(node.a11y)
  const list = useRef<HTMLUListElement>(null)
  const keys = useMemo(() => distinct(items.map((item) => item.key)), [items])
  const { listeners, order, virtual } = useRows({
    keys,
    count: items.length,
    first: 0,
    isVirtual: node.virtual ?? items.length > MANY,
    scroller: list,
    body: list,
    isPressable: (index) => items[index]?.onPress !== undefined,
    wordsOf: (index) => wordsOf(items[index]?.content ?? []),
  })
  const drawItem = (place: number): ReactElement | null => {
    const index = order === null ? place : (order[place] ?? -1)
    const item = items[index]
    if (item === undefined) return null
    const isVirtual = virtual !== null
    return (
      <Item
        key={keys[index]}
        item={item}
        emit={emit}
        renderNode={renderNode}
        place={isVirtual ? place : undefined}
        count={isVirtual ? items.length : undefined}
      />
    )
  }
  return (
    <>
      {items.length === 0 ? <p className="pui-empty">{node.empty ?? 'Nothing here yet.'}</p> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the buttons inside */}
      <ul
        ref={list}
        className="pui-list"
        data-rows=""
        data-long={items.length > MANY}
        data-virtual={virtual !== null}
        // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes the role from a list without bullets
        role="list"
        // Whoever has no mouse scrolls it with the arrow keys, where no item takes them.
        tabIndex={virtual === null ? undefined : items.some((item) => item.onPress !== undefined) ? -1 : 0}
        aria-label={node.label}
        {...a11y}
        {...listeners}
        onScroll={virtual?.onScroll}
        hidden={items.length === 0}
      >
        {virtual === null
          ? items.map((_, place) => drawItem(place))
          : virtual.slots.map((slot) =>
              slot.kind === 'row' ? (
                drawItem(slot.place)
              ) : (
                <li
                  key={slotKey(slot.id)}
                  className="pui-space"
                  aria-hidden="true"
                  style={{ blockSize: slot.height }}
                />
              ),
            )}
      </ul>
    </>
  )
}

type ItemProps = Pick<NodeProps<'list'>, 'emit' | 'renderNode'> & {
  readonly item: ListItem
  /** Where it stands, and among how many; only where not all of them are drawn. */
  readonly place: number | undefined
  readonly count: number | undefined
}

/** Draws again only when the item is another object, or a virtual one is in another place. */
const Item: NamedExoticComponent<ItemProps> = memo(function Item({ item, emit, renderNode, place, count }: ItemProps) {
  const contentId = useId()
  const { onPress } = item
  return (
    <li
      className="pui-item"
      data-pressable={onPress !== undefined}
      data-place={place}
      aria-posinset={place === undefined ? undefined : place + 1}
      aria-setsize={count}
    >
      {onPress === undefined ? null : (
        // Under the content and as large as the item, because the content may hold buttons of its own.
        <button
          type="button"
          className="pui-press"
          data-press=""
          tabIndex={-1}
          {...(wordsOf(item.content) === '' ? { 'aria-label': item.key } : { 'aria-labelledby': contentId })}
          onClick={() => emit(onPress, { type: 'press', key: item.key })}
        />
      )}
      <div className="pui-item-content" id={contentId}>
        {renderNode(item.content)}
      </div>
    </li>
  )
})
