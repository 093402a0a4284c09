import type { CheckboxNode, FieldOption, RadioNode, SelectNode, SelectOption, SwitchNode } from '@plugboard/contracts'

import { createNode } from '../ui/createNode.ts'
import type { CheckboxOptions, RadioOptions, SelectOptions, SwitchOptions } from '../ui/nodeOptions.ts'

/** What every field has. */
export interface WithName {
  /** Unique in its widget. */
  readonly name: string
}

/** Something that is so, or is not. */
export function Checkbox(props: Omit<CheckboxOptions, 'key'> & WithName): CheckboxNode {
  return createNode('checkbox', props)
}

/** Something that is on, or off, at once. */
export function Switch(props: Omit<SwitchOptions, 'key'> & WithName): SwitchNode {
  return createNode('switch', props)
}

export interface RadioProps extends Omit<RadioOptions, 'key'>, WithName {
  /** 2 to 50. */
  readonly options: readonly FieldOption[]
}

/** One of a few that are all seen. */
export function Radio(props: RadioProps): RadioNode {
  return createNode('radio', props)
}

export interface SelectProps extends Omit<SelectOptions, 'key'>, WithName {
  /** At most 1,000. */
  readonly options: readonly SelectOption[]
}

/**
 * One or several of many.
 *
 * @example
 * ```tsx
 * <Select name="size" label="Size" options={[{ value: 's', label: 'Small' }]} onChange="resize" />
 * ```
 */
export function Select(props: SelectProps): SelectNode {
  return createNode('select', props)
}
