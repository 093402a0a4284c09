import type { ButtonNode, JsonValue } from '@plugboard/contracts'

import { createElement, toEventRef } from '../ui/createNode.ts'
import type { ButtonOptions } from '../ui/nodeOptions.ts'
import type { WithText } from './content.ts'

export interface ButtonProps extends Omit<ButtonOptions, 'key'>, WithText {
  /** Handed to the handler as `event.args`. */
  readonly args?: JsonValue | undefined
}

/**
 * Something to press. Its children are its label.
 *
 * @example
 * ```tsx
 * <Button onPress="add" args={{ by: 1 }} variant="primary">+1</Button>
 * ```
 */
export function Button(props: ButtonProps): ButtonNode {
  if (props.args === undefined) return createElement('button', props, 'label')
  const { args, onPress, ...rest } = props
  const press = onPress === undefined ? undefined : { ...toEventRef(onPress), args }
  return createElement('button', { ...rest, onPress: press }, 'label')
}
