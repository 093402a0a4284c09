import type { FieldNode } from '../ui/fieldNode.ts'
import { normalizeFieldText } from '../ui/fieldText.ts'
import type { CheckboxNode } from '../ui/kinds/checkbox.ts'
import type { InputNode } from '../ui/kinds/input.ts'
import type { RadioNode } from '../ui/kinds/radio.ts'
import type { SelectNode } from '../ui/kinds/select.ts'
import type { SwitchNode } from '../ui/kinds/switch.ts'
import type { TabsNode } from '../ui/kinds/tabs.ts'
import type { TextareaNode } from '../ui/kinds/textarea.ts'

/** What a field may hold, whatever its kind. */
export type FieldValue = string | boolean | null | readonly string[]

/** What a field of this kind holds. Null: nothing is chosen. */
export type FieldValueOf<N extends FieldNode> = N extends InputNode | TextareaNode | TabsNode
  ? string
  : N extends CheckboxNode
    ? boolean | 'mixed'
    : N extends SwitchNode
      ? boolean
      : N extends SelectNode
        ? string | null | readonly string[]
        : string | null

/** What the values of a field look like: drafts of one name and of another shape are another field's. */
export type FieldShape = 'text' | 'flag' | 'one' | 'many' | 'tab'

/** The shape of the values of a field. */
export function shapeOf(node: FieldNode): FieldShape {
  switch (node.kind) {
    case 'input':
    case 'textarea':
      return 'text'
    case 'checkbox':
    case 'switch':
      return 'flag'
    case 'radio':
      return 'one'
    case 'select':
      return node.multiple === true ? 'many' : 'one'
    case 'tabs':
      return 'tab'
  }
}

/** What a node asks its field to hold; undefined when it leaves that to the person. */
export function askedValue(node: FieldNode): FieldValue | undefined {
  switch (node.kind) {
    // As a field will have it: what it would strip can never be what it holds.
    case 'input':
    case 'textarea':
      return node.value === undefined ? undefined : normalizeFieldText(node.kind, node.value)
    case 'checkbox':
    case 'switch':
      return node.checked
    case 'radio':
      return node.value
    case 'select':
      return askedOptions(node)
    case 'tabs':
      return node.selected
  }
}

/** What a field holds when nobody has put anything into it. */
export function emptyValue(node: FieldNode): FieldValue {
  switch (shapeOf(node)) {
    case 'text':
      return ''
    case 'flag':
      return false
    case 'one':
      return null
    case 'many':
      return []
    case 'tab':
      return node.kind === 'tabs' ? (node.tabs[0]?.id ?? '') : ''
  }
}

/** A value as the node can show it: options and tabs that are no longer there are not chosen. */
export function shownValue(node: FieldNode, value: FieldValue): FieldValue {
  switch (node.kind) {
    case 'radio':
    case 'select': {
      const chosen = chosenValues(node, value)
      return shapeOf(node) === 'many' ? chosen : (chosen[0] ?? null)
    }
    case 'tabs':
      return node.tabs.some(({ id }) => id === value) ? value : emptyValue(node)
    default:
      return value
  }
}

/** The values of the options that are chosen, in the order of the options, each once. */
export function chosenValues({ options }: RadioNode | SelectNode, value: FieldValue): readonly string[] {
  const wanted = new Set<unknown>(Array.isArray(value) ? value : [value])
  return [...new Set(options.flatMap((option) => (wanted.has(option.value) ? option.value : [])))]
}

/** Whether a field that holds the one holds the other. */
export function isSameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  return one.length === other.length && one.every((part, index) => part === other[index])
}

function askedOptions({ multiple, value }: SelectNode): FieldValue | undefined {
  if (value === undefined) return undefined
  if (multiple === true) return typeof value === 'string' ? [value] : value
  return typeof value === 'string' ? value : (value[0] ?? null)
}
