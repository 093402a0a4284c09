import type { JsonValue } from '@plugboard/contracts'

/** A `press` whose `args` are what the node says. */
export interface PressEvent<Args extends JsonValue = JsonValue> {
  readonly type: 'press'
  /** The key of the item or row that was pressed. */
  readonly key?: string
  readonly args: Args
}

/** What a field sends while it changes (`change`) or once it is left (`commit`). */
export interface FieldEvent<Value extends JsonValue = string> {
  readonly type: 'change' | 'commit'
  readonly name: string
  readonly value: Value
  readonly rev: number
  readonly args?: JsonValue
}

/** What a form sends: the values of all its fields by their names, null where nothing is chosen. */
export interface SubmitEvent<Values extends Readonly<Record<string, JsonValue>> = Readonly<Record<string, JsonValue>>> {
  readonly type: 'submit'
  /** The form's. */
  readonly name: string
  readonly values: Values
  readonly args?: JsonValue
}

/** The person wants a table sorted by a column. */
export interface SortEvent {
  readonly type: 'sort'
  readonly column: string
  readonly dir: 'asc' | 'desc'
  readonly args?: JsonValue
}

/** The keys of all rows of a table that are selected now. */
export interface SelectEvent {
  readonly type: 'select'
  readonly keys: readonly string[]
  readonly args?: JsonValue
}

/** The places of a table that are seen and whose rows it does not hold, from `start` up to and without `end`. */
export interface RangeEvent {
  readonly type: 'range'
  readonly start: number
  readonly end: number
  readonly args?: JsonValue
}

/** The person wants a dialog or an alert gone. */
export interface CloseEvent {
  readonly type: 'close'
  readonly args?: JsonValue
}

/** What a component of the host's own has to say. */
export interface ComponentEvent<Detail extends JsonValue = JsonValue> {
  readonly type: 'custom'
  /** The name of the event, as the component calls it. */
  readonly event: string
  readonly detail?: Detail
  readonly args?: JsonValue
}
