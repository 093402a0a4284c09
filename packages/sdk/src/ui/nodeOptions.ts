import type {
  A11y,
  Align,
  ButtonNode,
  Gap,
  HeadingNode,
  InputNode,
  Justify,
  Size,
  TableColumn,
  TableRow,
  TextNode,
  Tone,
  UIEventRef,
} from '@plugboard/contracts'

import type { HandlerRef } from './createNode.ts'

/** Text, or something that reads as text. */
export type TextValue = string | number | boolean

/** Options that every node takes. An undefined option is as good as none. */
export interface NodeOptions {
  /** Identity among its siblings: same kind and key, same element, focus kept. */
  readonly key?: string | undefined
  readonly a11y?: A11y | undefined
}

export interface AlertOptions extends NodeOptions {
  readonly text?: TextValue | undefined
  readonly action?: { readonly label: string; readonly onPress: UIEventRef } | undefined
  readonly onDismiss?: HandlerRef | undefined
}

export interface BadgeOptions extends NodeOptions {
  readonly tone?: Tone | undefined
}

export interface ButtonOptions extends NodeOptions {
  readonly variant?: ButtonNode['variant'] | undefined
  readonly disabled?: boolean | undefined
  readonly busy?: boolean | undefined
  readonly onPress?: HandlerRef | undefined
}

export interface ColumnOptions extends NodeOptions {
  readonly gap?: Gap | undefined
  readonly align?: Align | undefined
  readonly grow?: boolean | undefined
}

export interface CodeOptions extends NodeOptions {
  readonly language?: string | undefined
  readonly lineNumbers?: boolean | undefined
  readonly copy?: boolean | undefined
}

export interface EmptyOptions extends NodeOptions {
  readonly text?: TextValue | undefined
  readonly icon?: string | undefined
  readonly action?: { readonly label: string; readonly onPress: UIEventRef } | undefined
}

export interface GridOptions extends NodeOptions {
  readonly gap?: Gap | undefined
  readonly columns?: number | undefined
  readonly minColumn?: Size | undefined
}

export interface HeadingOptions extends NodeOptions {
  readonly level?: HeadingNode['level'] | undefined
}

export interface IconOptions extends NodeOptions {
  readonly size?: Size | undefined
  readonly tone?: Tone | undefined
  readonly label?: TextValue | undefined
}

export interface InputOptions extends NodeOptions {
  readonly label: TextValue
  readonly hideLabel?: boolean | undefined
  readonly type?: InputNode['type'] | undefined
  readonly value?: TextValue | undefined
  readonly placeholder?: string | undefined
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly maxLength?: number | undefined
  readonly onChange?: HandlerRef | undefined
  readonly onCommit?: HandlerRef | undefined
  readonly notify?: InputNode['notify'] | undefined
}

export interface ListOptions extends NodeOptions {
  readonly empty?: string | undefined
}

export interface PanelOptions extends NodeOptions {
  readonly title?: TextValue | undefined
  readonly tone?: Tone | undefined
}

export interface ProgressOptions extends NodeOptions {
  readonly max?: number | undefined
  readonly tone?: Tone | undefined
}

export interface RowOptions extends NodeOptions {
  readonly gap?: Gap | undefined
  readonly align?: Align | undefined
  readonly justify?: Justify | undefined
  readonly wrap?: boolean | undefined
}

export interface SpinnerOptions extends NodeOptions {
  readonly size?: Size | undefined
}

export interface StatOptions extends NodeOptions {
  readonly delta?: TextValue | undefined
  readonly tone?: Tone | undefined
}

export interface TableOptions extends NodeOptions {
  readonly caption: TextValue
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly empty?: string | undefined
}

export interface TextOptions extends NodeOptions {
  readonly size?: Size | undefined
  readonly tone?: Tone | undefined
  readonly weight?: TextNode['weight'] | undefined
  readonly mono?: boolean | undefined
  readonly truncate?: boolean | undefined
}
