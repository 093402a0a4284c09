import type { FieldNode, JsonValue, SelectNode } from '@plugboard/contracts'

/** What the value of a field looks like. A name that comes back with another shape is another field. */
export type FieldShape = 'text' | 'flag' | 'one' | 'many' | 'tab'

export function shapeOf(field: FieldNode): FieldShape {
  switch (field.kind) {
    case 'input':
    case 'textarea':
      return 'text'
    case 'checkbox':
    case 'switch':
      return 'flag'
    case 'radio':
      return 'one'
    case 'select':
      return field.multiple === true ? 'many' : 'one'
    case 'tabs':
      return 'tab'
  }
}

/** What the plugin asks a field to hold; undefined when it leaves that to the person. */
export function plannedValue(field: FieldNode): JsonValue | undefined {
  switch (field.kind) {
    case 'checkbox':
    case 'switch':
      return field.checked
    case 'tabs':
      return field.selected
    case 'select':
      return plannedOptions(field)
    case 'input':
      return field.value?.replaceAll(/[\r\n]+/g, '')
    case 'radio':
    case 'textarea':
      return field.value
  }
}

/** What a field holds when nobody has put anything into it. Null: nothing is chosen. */
export function emptyValue(field: FieldNode): JsonValue {
  switch (shapeOf(field)) {
    case 'text':
      return ''
    case 'flag':
      return false
    case 'one':
      return null
    case 'many':
      return []
    case 'tab':
      return field.kind === 'tabs' ? (field.tabs[0]?.id ?? '') : ''
  }
}

/** A value as the field can hold it: options that are not there, or no longer, are not chosen. */
export function heldValue(field: FieldNode, value: JsonValue): JsonValue {
  switch (field.kind) {
    case 'radio':
    case 'select': {
      const chosen = chosenValues(field, value)
      return shapeOf(field) === 'many' ? [...chosen] : (chosen[0] ?? null)
    }
    case 'tabs':
      return field.tabs.some(({ id }) => id === value) ? value : emptyValue(field)
    default:
      return value
  }
}

/** The values of the options that are chosen, in the order of the options. */
export function chosenValues(
  { options }: Extract<FieldNode, { readonly options: unknown }>,
  value: JsonValue,
): readonly string[] {
  const wanted = new Set(Array.isArray(value) ? value : [value])
  return [...new Set(options.flatMap((option) => (wanted.has(option.value) ? option.value : [])))]
}

function plannedOptions({ multiple, value }: SelectNode): JsonValue | undefined {
  if (value === undefined) return undefined
  const values = typeof value === 'string' ? [value] : [...value]
  return multiple === true ? values : (values[0] ?? null)
}
