import type { Tab } from '@plugboard/contracts'
import { type KeyboardEvent, memo, type NamedExoticComponent, type ReactElement, useId } from 'react'

import { useA11y } from '../a11yProps.ts'
import { useFieldDraft } from '../drafts/useFieldDraft.ts'
import type { NodeProps } from '../nodeProps.ts'
import { distinct } from '../siblingKeys.ts'

/**
 * Tabs that are chosen by Enter, Space or a click: arrow keys only move, so that nobody sends a change by looking around.
 * Views that are not seen stay in the page, hidden: what was typed there is theirs, and part of the form around.
 */
export function Tabs({ node, renderNode }: NodeProps<'tabs'>): ReactElement {
  const { change, ref, value } = useFieldDraft(node)
  const a11y = useA11y(node.a11y)
  const id = useId()
  const keys = distinct(node.tabs.map((tab) => tab.id))
  const selected = node.tabs.findIndex((tab) => tab.id === value)
  return (
    <div className="pui-tabs">
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the tab stop is the tab that is chosen */}
      <div
        ref={ref}
        className="pui-tablist"
        role="tablist"
        aria-label={node.label}
        {...a11y}
        onKeyDown={moveBetweenTabs}
      >
        {node.tabs.map((tab, index) => (
          <button
            key={keys[index]}
            type="button"
            form=""
            role="tab"
            id={`${id}-tab-${index}`}
            className="pui-tab"
            aria-selected={index === selected}
            aria-controls={`${id}-panel-${index}`}
            tabIndex={index === selected ? 0 : -1}
            onClick={() => {
              if (index !== selected) change(tab.id)
            }}
          >
            {tab.label}
            {tab.badge === undefined ? null : <span className="pui-badge">{tab.badge}</span>}
          </button>
        ))}
      </div>
      {node.tabs.map((tab, index) => (
        <div
          key={keys[index]}
          role="tabpanel"
          id={`${id}-panel-${index}`}
          className="pui-tabpanel"
          aria-labelledby={`${id}-tab-${index}`}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a view without controls is reached by it too
          tabIndex={0}
          hidden={index !== selected}
        >
          <View tab={tab} renderNode={renderNode} />
        </div>
      ))}
    </div>
  )
}

type ViewProps = Pick<NodeProps<'tabs'>, 'renderNode'> & { readonly tab: Tab }

/** Draws again only when the tab is another object. */
const View: NamedExoticComponent<ViewProps> = memo(function View({ tab, renderNode }: ViewProps) {
  return renderNode(tab.children)
})

function moveBetweenTabs(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget, target } = event
  if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return
  const tabs = [...currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')]
  const next = tabs.at(nextPlace(event.key, { place: tabs.indexOf(target), count: tabs.length, list: currentTarget }))
  if (next === undefined || next === target) return
  event.preventDefault()
  next.focus()
}

interface Place {
  readonly place: number
  readonly count: number
  readonly list: HTMLElement
}

/** Round and round, in the direction in which the page is read. */
function nextPlace(key: string, { place, count, list }: Place): number {
  const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  switch (key) {
    case 'ArrowRight':
    case 'ArrowLeft':
      return (place + (key === forward ? 1 : count - 1)) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return place
  }
}
