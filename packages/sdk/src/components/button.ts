import type { ButtonNode, JsonValue } from '@plugboard/contracts'

import { createNode, toEventRef } from '../ui/createNode.ts'
import type { ButtonOptions } from '../ui/nodeOptions.ts'
import { toText } from '../ui/uiChild.ts'
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
export function Button({ children, args, onPress, ...options }: ButtonProps): ButtonNode {
  const press = onPress === undefined || args === undefined ? onPress : { ...toEventRef(onPress), args }
  return createNode('button', { ...options, label: toText(children), onPress: press })
}
