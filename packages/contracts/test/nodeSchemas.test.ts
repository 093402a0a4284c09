import { UI_BUILDERS, UI_NODE_KINDS, type UINodeByKind, type UINodeKind } from '@plugboard/contracts'
import { parseUITree, uiNodeJsonSchema } from '@plugboard/contracts/schemas'
import { describe, expect, test } from 'vitest'

type Full<T> = { readonly [P in keyof T]-?: T[P] }

const base = { key: 'k', a11y: { label: 'l', description: 'd', live: 'assertive' } } as const
const ref = { handler: 'go', args: { a: 1 } } as const
const field = {
  ...base,
  name: 'n',
  label: 'l',
  hideLabel: false,
  help: 'h',
  error: 'e',
  required: true,
  disabled: false,
  onChange: ref,
} as const
const textField = {
  ...field,
  value: 'v',
  placeholder: 'p',
  readOnly: false,
  maxLength: 10,
  onCommit: ref,
  notify: 'input',
} as const
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B', disabled: true },
] as const

/** One node of every kind with every prop that its type has: a prop that only the type knows does not parse. */
const fullNodes: { readonly [K in UINodeKind]: Full<UINodeByKind[K]> } = {
  alert: {
    ...base,
    kind: 'alert',
    tone: 'critical',
    title: 't',
    text: 'x',
    action: { label: 'l', onPress: ref },
    onDismiss: ref,
  },
  badge: { ...base, kind: 'badge', text: 't', tone: 'neutral', icon: 'check' },
  button: {
    ...base,
    kind: 'button',
    label: 'l',
    variant: 'quiet',
    icon: 'check',
    iconOnly: true,
    disabled: false,
    busy: false,
    submit: true,
    confirm: { title: 't', text: 'x', confirmLabel: 'c' },
    onPress: ref,
  },
  checkbox: { ...field, kind: 'checkbox', checked: 'mixed' },
  column: { ...base, kind: 'column', gap: 'xs', align: 'end', grow: true, children: [] },
  code: { ...base, kind: 'code', text: 't', language: 'json', lineNumbers: true, copy: true },
  custom: {
    ...base,
    kind: 'custom',
    component: 'acme/Map',
    props: { lat: 1, more: [{ kind: 'data of the component' }] },
    events: { move: ref },
    slots: { popup: [{ kind: 'divider' }] },
    fallback: [{ kind: 'divider' }],
  },
  dialog: {
    ...base,
    kind: 'dialog',
    title: 't',
    open: true,
    size: 'sm',
    onClose: ref,
    children: [{ kind: 'divider' }],
    footer: [{ kind: 'divider' }],
  },
  divider: { ...base, kind: 'divider' },
  empty: { ...base, kind: 'empty', title: 't', text: 'x', icon: 'inbox', action: { label: 'l', onPress: ref } },
  form: { ...base, kind: 'form', name: 'n', onSubmit: ref, busy: false, children: [] },
  grid: { ...base, kind: 'grid', gap: 'sm', columns: 3, minColumn: 'lg', children: [] },
  heading: { ...base, kind: 'heading', text: 't', level: 1 },
  icon: { ...base, kind: 'icon', name: 'check', size: 'sm', tone: 'positive', label: 'l' },
  image: {
    ...base,
    kind: 'image',
    src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
    alt: 'a',
    width: 1,
    height: 1,
    fit: 'cover',
  },
  input: { ...textField, kind: 'input', type: 'search', min: 0, max: 1, step: 0.5, prefix: 'p', suffix: 's' },
  list: {
    ...base,
    kind: 'list',
    label: 'l',
    empty: 'e',
    virtual: true,
    items: [{ key: 'a', onPress: ref, content: [{ kind: 'divider' }] }],
  },
  link: { ...base, kind: 'link', text: 't', href: 'https://example.com/' },
  panel: {
    ...base,
    kind: 'panel',
    title: 't',
    tone: 'positive',
    collapsible: true,
    open: false,
    actions: [{ kind: 'divider' }],
    children: [{ kind: 'divider' }],
  },
  progress: { ...base, kind: 'progress', label: 'l', value: 0.5, max: 1, tone: 'warning', shape: 'ring' },
  radio: { ...field, kind: 'radio', options, value: 'a', direction: 'row' },
  row: { ...base, kind: 'row', gap: 'xl', align: 'center', justify: 'between', wrap: false, children: [] },
  select: {
    ...field,
    kind: 'select',
    options: [{ ...options[0], group: 'g' }],
    value: ['a'],
    multiple: true,
    placeholder: 'p',
  },
  spinner: { ...base, kind: 'spinner', label: 'l', size: 'md' },
  stat: { ...base, kind: 'stat', label: 'l', value: 'v', delta: '+1', tone: 'accent' },
  switch: { ...field, kind: 'switch', checked: true },
  table: {
    ...base,
    kind: 'table',
    caption: 'c',
    columns: [{ id: 'a', header: 'A', align: 'end', width: 'sm', rowHeader: true, sortable: true }],
    rows: [{ key: 'r', cells: { a: { node: { kind: 'text', text: 't' } } }, onPress: ref }],
    sort: { column: 'a', dir: 'desc' },
    onSort: ref,
    select: 'many',
    selected: ['r'],
    onSelect: ref,
    virtual: false,
    total: 1_000,
    offset: 10,
    onRange: ref,
    empty: 'e',
  },
  tabs: {
    ...base,
    kind: 'tabs',
    name: 'n',
    label: 'l',
    tabs: [{ id: 'a', label: 'A', badge: '3', children: [{ kind: 'divider' }] }],
    selected: 'a',
    onChange: ref,
  },
  text: { ...base, kind: 'text', text: 't', size: 'lg', tone: 'neutral', weight: 'medium', mono: true, truncate: true },
  textarea: { ...textField, kind: 'textarea', rows: 4 },
}

interface KindSchema {
  readonly properties: Readonly<Record<string, unknown>>
  readonly required: readonly string[]
}

const schemas = new Map(
  (uiNodeJsonSchema() as { oneOf: (KindSchema & { properties: { kind: { const: string } } })[] }).oneOf.map(
    (schema) => [schema.properties.kind.const, schema],
  ),
)

describe.each(UI_NODE_KINDS)('the schema of %s', (kind) => {
  const full: object = fullNodes[kind]

  test('takes every prop of the type', () => {
    expect(parseUITree(full)).toEqual({ tree: full, issues: [] })
  })

  test('takes no prop that the type does not have', () => {
    expect(Object.keys(schemas.get(kind)?.properties ?? {}).toSorted()).toEqual(Object.keys(full).toSorted())
  })

  test('needs each prop that it calls required, and no other', () => {
    const required = schemas.get(kind)?.required ?? []
    for (const prop of Object.keys(full)) {
      if (prop === 'kind') continue
      const { [prop]: _left, ...rest } = full as Record<string, unknown>
      const { tree } = parseUITree({ kind: 'row', children: [rest] })
      const [child] = tree.kind === 'row' ? tree.children : []
      expect(child?.kind, prop).toBe(required.includes(prop) ? 'invalid-node' : kind)
    }
  })

  test('refuses undefined where a prop may be absent', () => {
    const optional = Object.keys(full).find((prop) => !schemas.get(kind)?.required.includes(prop)) ?? 'key'
    expect(() => parseUITree({ ...full, [optional]: undefined })).toThrow(/is not JSON/)
  })

  test('knows every prop that the builder of this kind names', () => {
    const { positional, children, events, text } = UI_BUILDERS[kind]
    for (const prop of [...positional, ...children, ...events, ...text]) expect(Object.keys(full)).toContain(prop)
  })
})

test('the list of kinds is the list of schemas and of builders', () => {
  expect([...schemas.keys()]).toEqual(UI_NODE_KINDS)
  expect(Object.keys(UI_BUILDERS)).toEqual(UI_NODE_KINDS)
  expect(UI_NODE_KINDS.toSorted()).toEqual(UI_NODE_KINDS)
})
