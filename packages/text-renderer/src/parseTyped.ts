import type { FieldNode } from '@plugboard/contracts'
import {
  chosenValues,
  type FieldValue,
  lengthOfField,
  normalizeFieldText,
  shapeOf,
} from '@plugboard/contracts/rendering'

/** What a person typed, as the value of a field; undefined when the field does not take it. */
export function parseTyped(field: FieldNode, typed: string | boolean | readonly string[]): FieldValue | undefined {
  if (field.kind !== 'tabs' && field.disabled === true) return undefined
  switch (field.kind) {
    case 'input':
    case 'textarea': {
      if (typeof typed !== 'string' || field.readOnly === true) return undefined
      const text = normalizeFieldText(field.kind, typed)
      return text.length > lengthOfField(field) ? undefined : text
    }
    case 'checkbox':
    case 'switch':
      return typeof typed === 'boolean' ? typed : FLAGS.get(String(typed).toLowerCase())
    case 'radio':
    case 'select':
      return parseOptions(field, typed)
    case 'tabs':
      return field.tabs.find(({ id, label }) => id === typed || label === typed)?.id
  }
}

function parseOptions(
  field: Extract<FieldNode, { readonly options: unknown }>,
  typed: string | boolean | readonly string[],
): FieldValue | undefined {
  const wanted = typeof typed === 'object' ? typed : [String(typed)]
  const isMany = shapeOf(field) === 'many'
  if (!isMany && wanted.length !== 1) return undefined
  const values: string[] = []
  for (const word of wanted) {
    // The value first: a label may be the value of another option.
    const option =
      field.options.find(({ value }) => value === word) ?? field.options.find(({ label }) => label === word)
    if (option === undefined || option.disabled === true) return undefined
    values.push(option.value)
  }
  // In the order of the options, each once, as it would be pressed together.
  return isMany ? chosenValues(field, values) : (values[0] ?? null)
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['on', true],
  ['yes', true],
  ['false', false],
  ['off', false],
  ['no', false],
])
