import type { InputNode, TextareaNode } from '@plugboard/contracts'
import type { FieldValue } from '@plugboard/contracts/rendering'
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

import { focusedElement } from '../focusedElement.ts'
import { useForm } from '../forms/formContext.ts'
import { mapCaret } from './caret.ts'
import type { DraftListener } from './draftField.ts'
import { useDraftField } from './useFieldDraft.ts'

/** An element that text is typed into. */
export type TextElement = HTMLInputElement | HTMLTextAreaElement

/** Props that make an `<input>` or a `<textarea>` show and feed the draft of a field. */
export interface DraftProps<E extends TextElement = HTMLInputElement> {
  readonly ref: RefObject<E | null>
  readonly value: string
  readonly onChange: ChangeEventHandler<E>
  readonly onCompositionStart: CompositionEventHandler<E>
  readonly onCompositionEnd: CompositionEventHandler<E>
  readonly onKeyDown: KeyboardEventHandler<E>
  readonly onBlur: () => void
}

interface CaretPlace {
  readonly start: number
  readonly end: number
}

/**
 * Holds what is typed into a field, sends it as the node's `notify` says, and lets the plugin replace it only after the
 * plugin has seen all of it. For components that draw `input` and `textarea` nodes in their own way. Enter in an input
 * sends the form around it.
 *
 * @example
 * ```tsx
 * function MyInput({ node }: NodeProps<'input'>) {
 *   return <label>{node.label}<input {...useDraft(node)} /></label>
 * }
 * ```
 */
export function useDraft(node: InputNode): DraftProps
export function useDraft(node: TextareaNode): DraftProps<HTMLTextAreaElement>
export function useDraft(node: InputNode | TextareaNode): DraftProps<TextElement> {
  const field = useDraftField(node)
  const form = useForm()
  const ref = useRef<TextElement>(null)
  const place = useRef<CaretPlace | null>(null)

  useLayoutEffect(() => (ref.current === null ? undefined : field.attach(ref.current)), [field])

  const subscribe = useCallback(
    (onChange: () => void) => {
      const listener: DraftListener = (replacement) => {
        const element = ref.current
        if (replacement !== null && element !== null && focusedElement(element) === element) {
          const [previous, next] = [textOf(replacement.previous), textOf(replacement.next)]
          place.current = {
            start: mapCaret(previous, next, element.selectionStart ?? previous.length),
            end: mapCaret(previous, next, element.selectionEnd ?? previous.length),
          }
        }
        onChange()
      }
      return field.subscribe(listener)
    },
    [field],
  )
  const getText = (): string => textOf(field.draft.value)
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
    onChange: (event) => field.change(event.currentTarget.value),
    onCompositionStart: () => field.beginComposition(),
    onCompositionEnd: (event) => field.endComposition(event.currentTarget.value),
    onKeyDown: (event) => {
      // Enter in several lines is a line.
      if (node.kind === 'textarea' || event.key !== 'Enter' || event.nativeEvent.isComposing) return
      // A form of the host's around the widget must not be sent by a key pressed in a plugin's field.
      event.preventDefault()
      field.commit({ always: true })
      // A key that is held down is one wish.
      if (!event.repeat) form?.submitByEnter()
    },
    onBlur: () => field.commit({ always: false }),
  }
}

// A field that is typed into holds text: the store keeps other shapes apart.
function textOf(value: FieldValue): string {
  return typeof value === 'string' ? value : ''
}
