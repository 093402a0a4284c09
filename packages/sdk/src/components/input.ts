import type { InputNode, TextareaNode } from '@plugboard/contracts'

import { createNode } from '../ui/createNode.ts'
import type { InputOptions, TextareaOptions } from '../ui/nodeOptions.ts'

export interface InputProps extends Omit<InputOptions, 'key'> {
  /** Unique in its widget. */
  readonly name: string
}

/**
 * One line of text. What is being typed belongs to the host; the plugin hears of it as often as `notify` says.
 *
 * @example
 * ```tsx
 * <Input name="name" label="Your name" value={state.name} notify="input" onChange="rename" />
 * ```
 */
export function Input(props: InputProps): InputNode {
  return createNode('input', props)
}

export interface TextareaProps extends Omit<TextareaOptions, 'key'> {
  /** Unique in its widget. */
  readonly name: string
}

/** Several lines of text. */
export function Textarea(props: TextareaProps): TextareaNode {
  return createNode('textarea', props)
}
