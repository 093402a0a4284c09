import type {
  A11y,
  Align,
  ButtonConfirmation,
  ButtonNode,
  Gap,
  HeadingNode,
  ImageNode,
  InputNode,
  JsonValue,
  Justify,
  ProgressNode,
  RadioNode,
  Size,
  TableColumn,
  TableNode,
  TableRow,
  TableSort,
  TextNode,
  Tone,
  UIEventRef,
  UINode,
} from '@plugboard/contracts'

import type { HandlerRef } from './createNode.ts'
import type { UIChild } from './uiChild.ts'

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
  readonly icon?: string | undefined
}

export interface ButtonOptions extends NodeOptions {
  readonly variant?: ButtonNode['variant'] | undefined
  readonly icon?: string | undefined
  readonly iconOnly?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly busy?: boolean | undefined
  readonly submit?: boolean | undefined
  readonly confirm?: ButtonConfirmation | undefined
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

export interface FieldOptions extends NodeOptions {
  readonly label: TextValue
  readonly hideLabel?: boolean | undefined
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly onChange?: HandlerRef | undefined
}

export interface TextFieldOptions extends FieldOptions {
  readonly value?: TextValue | undefined
  readonly placeholder?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly maxLength?: number | undefined
  readonly onCommit?: HandlerRef | undefined
  readonly notify?: InputNode['notify'] | undefined
}

export interface InputOptions extends TextFieldOptions {
  readonly type?: InputNode['type'] | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly step?: number | undefined
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

export interface TextareaOptions extends TextFieldOptions {
  readonly rows?: number | undefined
}

export interface CheckboxOptions extends FieldOptions {
  readonly checked?: boolean | 'mixed' | undefined
}

export interface SwitchOptions extends FieldOptions {
  readonly checked?: boolean | undefined
}

export interface RadioOptions extends FieldOptions {
  readonly value?: string | undefined
  readonly direction?: RadioNode['direction'] | undefined
}

export interface SelectOptions extends FieldOptions {
  readonly value?: string | readonly string[] | undefined
  readonly multiple?: boolean | undefined
  readonly placeholder?: string | undefined
}

export interface FormOptions extends NodeOptions {
  readonly onSubmit: HandlerRef
  readonly busy?: boolean | undefined
}

export interface TabsOptions extends NodeOptions {
  readonly label: TextValue
  readonly selected?: string | undefined
  readonly onChange?: HandlerRef | undefined
}

export interface DialogOptions extends NodeOptions {
  readonly open: boolean
  readonly size?: Size | undefined
  readonly onClose: HandlerRef
  readonly footer?: UIChild | undefined
}

export interface ImageOptions extends NodeOptions {
  readonly width?: number | undefined
  readonly height?: number | undefined
  readonly fit?: ImageNode['fit'] | undefined
}

export interface CustomOptions extends NodeOptions {
  readonly props?: Readonly<Record<string, JsonValue>> | undefined
  readonly events?: Readonly<Record<string, UIEventRef>> | undefined
  readonly slots?: Readonly<Record<string, readonly UINode[]>> | undefined
  readonly fallback?: UIChild | undefined
}

export interface ListOptions extends NodeOptions {
  readonly empty?: string | undefined
  readonly virtual?: boolean | undefined
}

export interface PanelOptions extends NodeOptions {
  readonly title?: TextValue | undefined
  readonly tone?: Tone | undefined
  readonly collapsible?: boolean | undefined
  readonly open?: boolean | undefined
  readonly actions?: UIChild | undefined
}

export interface ProgressOptions extends NodeOptions {
  readonly max?: number | undefined
  readonly tone?: Tone | undefined
  readonly shape?: ProgressNode['shape'] | undefined
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
  readonly sort?: TableSort | undefined
  readonly onSort?: HandlerRef | undefined
  readonly select?: TableNode['select'] | undefined
  readonly selected?: readonly string[] | undefined
  readonly onSelect?: HandlerRef | undefined
  readonly virtual?: boolean | undefined
  readonly total?: number | undefined
  readonly offset?: number | undefined
  readonly onRange?: HandlerRef | undefined
  readonly empty?: string | undefined
}

export interface TextOptions extends NodeOptions {
  readonly size?: Size | undefined
  readonly tone?: Tone | undefined
  readonly weight?: TextNode['weight'] | undefined
  readonly mono?: boolean | undefined
  readonly truncate?: boolean | undefined
}
