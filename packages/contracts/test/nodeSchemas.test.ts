import { UI_BUILDERS, UI_NODE_KINDS, type UINodeByKind, type UINodeKind } from '@plugboard/contracts'
import { parseUITree, uiNodeJsonSchema } from '@plugboard/contracts/schemas'
import { describe, expect, test } from 'vitest'

type Full<T> = { readonly [P in keyof T]-?: T[P] }

const base = { key: 'k', a11y: { label: 'l', description: 'd', live: 'assertive' } } as const
const ref = { handler: 'go', args: { a: 1 } } as const

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
  badge: { ...base, kind: 'badge', text: 't', tone: 'neutral' },
  button: { ...base, kind: 'button', label: 'l', variant: 'quiet', disabled: false, busy: false, onPress: ref },
  column: { ...base, kind: 'column', gap: 'xs', align: 'end', grow: true, children: [] },
  code: { ...base, kind: 'code', text: 't', language: 'json', lineNumbers: true, copy: true },
  divider: { ...base, kind: 'divider' },
  empty: { ...base, kind: 'empty', title: 't', text: 'x', icon: 'inbox', action: { label: 'l', onPress: ref } },
  grid: { ...base, kind: 'grid', gap: 'sm', columns: 3, minColumn: 'lg', children: [] },
  heading: { ...base, kind: 'heading', text: 't', level: 1 },
  icon: { ...base, kind: 'icon', name: 'check', size: 'sm', tone: 'positive', label: 'l' },
  input: {
    ...base,
    kind: 'input',
    name: 'n',
    label: 'l',
    hideLabel: false,
    type: 'search',
    value: 'v',
    placeholder: 'p',
    help: 'h',
    error: 'e',
    required: true,
    disabled: false,
    readOnly: false,
    maxLength: 10,
    onChange: ref,
    onCommit: ref,
    notify: 'input',
  },
  list: {
    ...base,
    kind: 'list',
    label: 'l',
    empty: 'e',
    items: [{ key: 'a', onPress: ref, content: [{ kind: 'divider' }] }],
  },
  link: { ...base, kind: 'link', text: 't', href: 'https://example.com/' },
  panel: { ...base, kind: 'panel', title: 't', tone: 'positive', children: [{ kind: 'divider' }] },
  progress: { ...base, kind: 'progress', label: 'l', value: 0.5, max: 1, tone: 'warning' },
  row: { ...base, kind: 'row', gap: 'xl', align: 'center', justify: 'between', wrap: false, children: [] },
  spinner: { ...base, kind: 'spinner', label: 'l', size: 'md' },
  stat: { ...base, kind: 'stat', label: 'l', value: 'v', delta: '+1', tone: 'accent' },
  table: {
    ...base,
    kind: 'table',
    caption: 'c',
    columns: [{ id: 'a', header: 'A', align: 'end', width: 'sm', rowHeader: true }],
    rows: [{ key: 'r', cells: { a: { node: { kind: 'text', text: 't' } } }, onPress: ref }],
    empty: 'e',
  },
  text: { ...base, kind: 'text', text: 't', size: 'lg', tone: 'neutral', weight: 'medium', mono: true, truncate: true },
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
