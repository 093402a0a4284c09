import type { AlertNode, ProgressNode, Tone } from '@plugboard/contracts'

import { createNode, toEventRef, type HandlerRef } from '../ui/createNode.ts'
import type { AlertOptions, ProgressOptions, TextValue } from '../ui/nodeOptions.ts'

export interface AlertProps extends Omit<AlertOptions, 'action' | 'key'> {
  readonly tone: Tone
  readonly title: TextValue
  readonly action?: { readonly label: string; readonly onPress: HandlerRef } | undefined
}

/** A message that wants attention. */
export function Alert({ action, ...props }: AlertProps): AlertNode {
  const button = action === undefined ? undefined : { ...action, onPress: toEventRef(action.onPress) }
  return createNode('alert', { ...props, action: button })
}

export interface ProgressProps extends Omit<ProgressOptions, 'key'> {
  readonly label: TextValue
  /** From 0 to `max`; null when it is not known. */
  readonly value: number | null
}

/** How far something has come. */
export function Progress(props: ProgressProps): ProgressNode {
  return createNode('progress', props)
}
