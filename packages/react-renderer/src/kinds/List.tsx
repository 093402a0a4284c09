import type { ListItem } from '@plugboard/contracts'
import { memo, type NamedExoticComponent, type ReactElement, useId } from 'react'

import { useA11y } from '../a11yProps.ts'
import { moveBetweenPressables } from '../moveBetweenPressables.ts'
import type { NodeProps } from '../nodeProps.ts'
import { distinct } from '../siblingKeys.ts'
import { useHeldOrder } from '../useHeldOrder.ts'
import { wordsOf } from '../wordsOf.ts'

export function List({ node, emit, renderNode }: NodeProps<'list'>): ReactElement {
  const a11y = useA11y(node.a11y)
  const keys = distinct(node.items.map((item) => item.key))
  const { order, listeners } = useHeldOrder(keys)
  return (
    <>
      {node.items.length === 0 ? <p className="pui-empty">{node.empty ?? 'Nothing here yet.'}</p> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the buttons inside */}
      <ul
        className="pui-list"
        data-long={node.items.length > LONG}
        // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes the role from a list without bullets
        role="list"
        aria-label={node.label}
        {...a11y}
        {...listeners}
        onKeyDown={moveBetweenPressables}
        hidden={node.items.length === 0}
      >
        {order.map((index) => {
          const item = node.items[index]
          return item === undefined ? null : <Item key={keys[index]} item={item} emit={emit} renderNode={renderNode} />
        })}
      </ul>
    </>
  )
}

/** Items from which on those off the screen are not laid out. */
const LONG = 100

type ItemProps = Pick<NodeProps<'list'>, 'emit' | 'renderNode'> & { readonly item: ListItem }

/** Draws again only when the item is another object. */
const Item: NamedExoticComponent<ItemProps> = memo(function Item({ item, emit, renderNode }: ItemProps) {
  const contentId = useId()
  const { onPress } = item
  return (
    <li className="pui-item" data-pressable={onPress !== undefined}>
      {onPress === undefined ? null : (
        // Under the content and as large as the item, because the content may hold buttons of its own.
        <button
          type="button"
          className="pui-press"
          data-press=""
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
