import type { ListItem } from '@plugboard/contracts'
import { memo, type ComponentType, type ReactElement } from 'react'

import { a11yProps } from '../a11yProps.ts'
import { uniqueKeys } from '../uniqueKeys.ts'
import type { NodeProps } from '../nodeProps.ts'
import { pressEvent } from '../pressEvent.ts'

export function ListView({ node, emit, renderNode }: NodeProps<'list'>): ReactElement {
  if (node.items.length === 0) return <p className="pui-empty">{node.empty ?? 'Nothing here yet.'}</p>
  const keys = uniqueKeys(node.items)
  return (
    <ul className="pui-list" aria-label={node.label} {...a11yProps(node.a11y)}>
      {node.items.map((item, index) => (
        <Item key={keys[index]} item={item} emit={emit} renderNode={renderNode} />
      ))}
    </ul>
  )
}

type ItemProps = Pick<NodeProps<'list'>, 'emit' | 'renderNode'> & { readonly item: ListItem }

/** Drawn again only when the item is another object. */
const Item: ComponentType<ItemProps> = memo(function Item({ item, emit, renderNode }: ItemProps): ReactElement {
  const { onPress } = item
  const content = item.content.map(renderNode)
  return (
    <li>
      {onPress === undefined ? (
        content
      ) : (
        <div
          className="pui-pressable"
          role="button"
          tabIndex={0}
          onClick={() => {
            emit(onPress.handler, pressEvent(onPress, item.key))
          }}
          onKeyDown={(event) => {
            if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
            event.preventDefault()
            emit(onPress.handler, pressEvent(onPress, item.key))
          }}
        >
          {content}
        </div>
      )}
    </li>
  )
})
