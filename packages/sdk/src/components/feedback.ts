import type { AlertNode, EmptyNode, ProgressNode, SpinnerNode, Tone } from '@plugboard/contracts'

import { createNode, toEventRef, type HandlerRef } from '../ui/createNode.ts'
import type { AlertOptions, EmptyOptions, ProgressOptions, SpinnerOptions, TextValue } from '../ui/nodeOptions.ts'

/** A button of an alert or of an empty place. */
export interface ActionProps {
  readonly label: string
  readonly onPress: HandlerRef
}

export interface AlertProps extends Omit<AlertOptions, 'action' | 'key'> {
  readonly tone: Tone
  readonly title: TextValue
  readonly action?: ActionProps | undefined
}

/** A message that wants attention. */
export function Alert({ action, ...props }: AlertProps): AlertNode {
  return createNode('alert', { ...props, action: toAction(action) })
}

export interface EmptyProps extends Omit<EmptyOptions, 'action' | 'key'> {
  readonly title: TextValue
  readonly action?: ActionProps | undefined
}

/** Stands where there is nothing yet. */
export function Empty({ action, ...props }: EmptyProps): EmptyNode {
  return createNode('empty', { ...props, action: toAction(action) })
}

function toAction(action: ActionProps | undefined): EmptyNode['action'] {
  return action === undefined ? undefined : { ...action, onPress: toEventRef(action.onPress) }
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

export interface SpinnerProps extends Omit<SpinnerOptions, 'key'> {
  readonly label: TextValue
}

/** Something is under way. */
export function Spinner(props: SpinnerProps): SpinnerNode {
  return createNode('spinner', props)
}
