import type { JsonValue } from '../json.ts'

/** Names a handler of the widget. Nothing else: functions do not cross the boundary. */
export interface UIEventRef {
  readonly handler: string
  /** Handed to the handler unchanged, as `event.args`. */
  readonly args?: JsonValue
}

/** What a person did. Handlers are `(ctx, event)`. */
export type UIEvent =
  | { readonly type: 'press'; readonly key?: string; readonly args?: JsonValue }
  | {
      readonly type: 'change' | 'commit'
      readonly name: string
      readonly value: JsonValue
      /** Revision of the host's draft; comes back in `WidgetSnapshot.acknowledged`. */
      readonly rev: number
      readonly args?: JsonValue
    }
  | {
      readonly type: 'submit'
      readonly name: string
      readonly values: Readonly<Record<string, JsonValue>>
      readonly args?: JsonValue
    }
  | { readonly type: 'sort'; readonly column: string; readonly dir: 'asc' | 'desc'; readonly args?: JsonValue }
  | { readonly type: 'select'; readonly keys: readonly string[]; readonly args?: JsonValue }
  | { readonly type: 'range'; readonly start: number; readonly end: number; readonly args?: JsonValue }
  | { readonly type: 'close'; readonly args?: JsonValue }
  | { readonly type: 'custom'; readonly event: string; readonly detail?: JsonValue; readonly args?: JsonValue }

export type UIEventType = UIEvent['type']
