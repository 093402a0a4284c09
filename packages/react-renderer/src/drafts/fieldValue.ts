import type {
  CheckboxNode,
  FieldNode,
  InputNode,
  SelectNode,
  SwitchNode,
  TabsNode,
  TextareaNode,
} from '@plugboard/contracts'

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
    // As the page will have it: what it would strip can never be what the field holds.
    case 'input':
      return node.value?.replaceAll(/[\r\n]+/g, '')
    case 'textarea':
      return node.value?.replaceAll(/\r\n?/g, '\n')
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

/** A draft as the node can show it: options and tabs that are no longer there are not chosen. */
export function shownValue(node: FieldNode, value: FieldValue): FieldValue {
  switch (node.kind) {
    case 'radio':
      return isOption(node.options, value) ? value : null
    case 'select':
      if (node.multiple !== true) return isOption(node.options, value) ? value : null
      return chosenOf(node, Array.isArray(value) ? value : [])
    case 'tabs':
      return node.tabs.some(({ id }) => id === value) ? value : emptyValue(node)
    default:
      return value
  }
}

export function isSameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  return one.length === other.length && one.every((part, index) => part === other[index])
}

function askedOptions({ multiple, value }: SelectNode): FieldValue | undefined {
  if (value === undefined) return undefined
  if (multiple === true) return typeof value === 'string' ? [value] : value
  return typeof value === 'string' ? value : (value[0] ?? null)
}

function isOption(options: readonly { readonly value: string }[], value: FieldValue): boolean {
  return options.some((option) => option.value === value)
}

/** In the order of the options, each once. */
function chosenOf({ options }: SelectNode, values: readonly string[]): readonly string[] {
  const chosen = new Set(values)
  return [...new Set(options.flatMap(({ value }) => (chosen.has(value) ? value : [])))]
}
