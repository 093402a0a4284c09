import type { InputNode } from '@plugboard/contracts'
import {
  type ChangeEventHandler,
  type CompositionEventHandler,
  type KeyboardEventHandler,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from 'react'

import { useWidget } from '../widgetContext.ts'
import { mapCaret } from './caret.ts'

/** Props that make an `<input>` show and feed the draft of a field. */
export interface DraftProps {
  readonly ref: RefObject<HTMLInputElement | null>
  readonly value: string
  readonly onChange: ChangeEventHandler<HTMLInputElement>
  readonly onCompositionStart: CompositionEventHandler<HTMLInputElement>
  readonly onCompositionEnd: CompositionEventHandler<HTMLInputElement>
  readonly onKeyDown: KeyboardEventHandler<HTMLInputElement>
  readonly onBlur: () => void
}

interface CaretPlace {
  readonly start: number
  readonly end: number
}

/**
 * Holds what is typed into a field, sends it as the node's `notify` says, and lets the plugin replace it only after the
 * plugin has seen all of it. For components that draw `input` nodes in their own way.
 *
 * @example
 * ```tsx
 * function MyInput({ node }: NodeProps<'input'>) {
 *   return <label>{node.label}<input {...useDraft(node)} /></label>
 * }
 * ```
 */
export function useDraft(node: InputNode): DraftProps {
  const { drafts } = useWidget()
  const field = drafts.field(node)
  const ref = useRef<HTMLInputElement>(null)
  const place = useRef<CaretPlace | null>(null)

  useLayoutEffect(() => field.offer(node), [field, node])

  const subscribe = useCallback(
    (onChange: () => void) =>
      field.subscribe((replacement) => {
        const element = ref.current
        if (replacement !== null && element !== null && hasFocus(element)) {
          const { previous, next } = replacement
          place.current = {
            start: mapCaret(previous, next, element.selectionStart ?? previous.length),
            end: mapCaret(previous, next, element.selectionEnd ?? previous.length),
          }
        }
        onChange()
      }),
    [field],
  )
  const getText = (): string => field.draft.text
  const value = useSyncExternalStore(subscribe, getText, getText)

  // In the commit that wrote the new text, not before: React moves the caret to the end when it writes a value.
  useLayoutEffect(() => {
    if (place.current === null) return
    ref.current?.setSelectionRange(place.current.start, place.current.end)
    place.current = null
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- whenever the text was written
  }, [value])

  return {
    ref,
    value,
    onChange: (event) => field.type(event.currentTarget.value),
    onCompositionStart: () => field.beginComposition(),
    onCompositionEnd: (event) => field.endComposition(event.currentTarget.value),
    onKeyDown: (event) => {
      if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
      // A form of the host's around the widget must not be sent by a key pressed in a plugin's field.
      event.preventDefault()
      field.commit({ always: true })
    },
    onBlur: () => field.commit({ always: false }),
  }
}

function hasFocus(element: HTMLElement): boolean {
  const root = element.getRootNode()
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element
}
