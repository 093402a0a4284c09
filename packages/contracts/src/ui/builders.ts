import type { UINodeKind } from './uiNode.ts'

/** How a builder call becomes a node: `ui.stat('Total', 7, { tone: 'positive' })`. */
export interface UIBuilderShape {
  /** Props given by position, before the options object. */
  readonly positional: readonly string[]
  /** Props that hold a list of nodes: flattened, empty values dropped, text wrapped in text nodes. */
  readonly children: readonly string[]
  /** Props that hold an event reference: a handler's name may stand for one. */
  readonly events: readonly string[]
  /** Props that hold text: numbers and booleans become text. */
  readonly text: readonly string[]
}

/**
 * The one table from which the VM's own `ui` and the SDK's `ui` are made, so that a plugin written either way gives the
 * same nodes.
 */
export const UI_BUILDERS: { readonly [K in UINodeKind]: UIBuilderShape } = {
  alert: { positional: ['tone', 'title'], children: [], events: ['onDismiss'], text: ['title', 'text'] },
  badge: { positional: ['text'], children: [], events: [], text: ['text'] },
  button: { positional: ['label'], children: [], events: ['onPress'], text: ['label'] },
  checkbox: { positional: ['name'], children: [], events: ['onChange'], text: ['label'] },
  code: { positional: ['text'], children: [], events: [], text: ['text'] },
  column: { positional: ['children'], children: ['children'], events: [], text: [] },
  custom: { positional: ['component'], children: ['fallback'], events: [], text: [] },
  dialog: { positional: ['title', 'children'], children: ['children', 'footer'], events: ['onClose'], text: ['title'] },
  divider: { positional: [], children: [], events: [], text: [] },
  empty: { positional: ['title'], children: [], events: [], text: ['title', 'text'] },
  form: { positional: ['name', 'children'], children: ['children'], events: ['onSubmit'], text: [] },
  grid: { positional: ['children'], children: ['children'], events: [], text: [] },
  heading: { positional: ['text'], children: [], events: [], text: ['text'] },
  icon: { positional: ['name'], children: [], events: [], text: ['label'] },
  image: { positional: ['src', 'alt'], children: [], events: [], text: ['alt'] },
  input: { positional: ['name'], children: [], events: ['onChange', 'onCommit'], text: ['value', 'label'] },
  link: { positional: ['text', 'href'], children: [], events: [], text: ['text'] },
  list: { positional: ['label', 'items'], children: [], events: [], text: ['label'] },
  panel: { positional: ['children'], children: ['children', 'actions'], events: [], text: ['title'] },
  progress: { positional: ['label', 'value'], children: [], events: [], text: ['label'] },
  radio: { positional: ['name', 'options'], children: [], events: ['onChange'], text: ['label'] },
  row: { positional: ['children'], children: ['children'], events: [], text: [] },
  select: { positional: ['name', 'options'], children: [], events: ['onChange'], text: ['label'] },
  spinner: { positional: ['label'], children: [], events: [], text: ['label'] },
  stat: { positional: ['label', 'value'], children: [], events: [], text: ['label', 'value', 'delta'] },
  switch: { positional: ['name'], children: [], events: ['onChange'], text: ['label'] },
  table: { positional: [], children: [], events: ['onSort', 'onSelect', 'onRange'], text: ['caption'] },
  tabs: { positional: ['name', 'tabs'], children: [], events: ['onChange'], text: ['label'] },
  text: { positional: ['text'], children: [], events: [], text: ['text'] },
  textarea: { positional: ['name'], children: [], events: ['onChange', 'onCommit'], text: ['value', 'label'] },
}
