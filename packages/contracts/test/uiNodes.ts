import type { CellValue, UIEventRef, UINode } from '@plugboard/contracts'
import * as fc from 'fast-check'

const optional = { requiredKeys: [] as [] }
const label = fc.string({ minLength: 1, maxLength: 20 })
const name = fc
  .stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,10}$/)
  .filter((text) => !['constructor', 'prototype', '__proto__'].includes(text))
const key = fc.string({ minLength: 1, maxLength: 8 })
const tone = fc.constantFrom('neutral', 'accent', 'positive', 'warning', 'critical')
const gap = fc.constantFrom('none', 'xs', 'sm', 'md', 'lg', 'xl')
const align = fc.constantFrom('start', 'center', 'end', 'stretch', 'baseline')
const args = fc.oneof(
  fc.integer(),
  fc.string({ maxLength: 5 }),
  fc.constant(null),
  fc.array(fc.boolean(), { maxLength: 2 }),
)
const onPress: fc.Arbitrary<UIEventRef> = fc.record({ handler: name, args }, { requiredKeys: ['handler'] })

const options = fc.array(fc.record({ value: label, label }), { minLength: 2, maxLength: 4 })

const base = { key, a11y: fc.record({ label, live: fc.constantFrom('polite', 'assertive') }, optional) }

/** Any valid node that a plugin may send, some levels deep. Keys and field names may repeat; few dialogs are open. */
export const uiNode: fc.Arbitrary<UINode> = fc
  .letrec<{ node: UINode }>((tie) => {
    const children = fc.array(tie('node'), { maxLength: 4 })
    const record = <T>(
      required: { [K in keyof T]: fc.Arbitrary<T[K]> },
      rest: Record<string, fc.Arbitrary<unknown>> = {},
    ) =>
      fc
        .tuple(fc.record(required), fc.record({ ...base, ...rest }, optional))
        // The parts are those of one kind, which the compiler cannot see through the spread.
        .map(([own, more]) => ({ ...more, ...own }) as unknown as UINode)
    const kind = <K extends string>(value: K) => ({ kind: fc.constant(value) })
    const cell: fc.Arbitrary<CellValue> = fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      tie('node').map((node) => ({ node })),
    )
    return {
      node: fc.oneof(
        { maxDepth: 5 },
        record({ ...kind('text'), text: fc.string({ maxLength: 20 }) }, { tone, mono: fc.boolean() }),
        record({ ...kind('heading'), text: label }, { level: fc.constantFrom(1, 2, 3) }),
        record({ ...kind('badge'), text: label }, { tone }),
        record({ ...kind('divider') }),
        record({ ...kind('code'), text: fc.string({ maxLength: 20 }) }, { language: label, copy: fc.boolean() }),
        record({ ...kind('icon'), name: fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/) }, { tone, label }),
        record({ ...kind('link'), text: label, href: fc.webUrl({ validSchemes: ['https'] }) }),
        record({ ...kind('spinner'), label }),
        record({ ...kind('empty'), title: label }, { text: label, action: fc.record({ label, onPress }) }),
        record({ ...kind('grid'), children }, { gap, columns: fc.integer({ min: 1, max: 12 }) }),
        record({ ...kind('stat'), label, value: label }, { tone, delta: label }),
        record({ ...kind('progress'), label, value: fc.option(fc.integer({ min: 0, max: 100 })) }, { tone }),
        record({ ...kind('button'), label }, { onPress, disabled: fc.boolean() }),
        record({ ...kind('input'), name, label }, { onChange: onPress, onCommit: onPress, value: label }),
        record(
          { ...kind('textarea'), name, label },
          { onChange: onPress, value: label, rows: fc.integer({ min: 1, max: 40 }) },
        ),
        record(
          { ...kind('checkbox'), name, label },
          { onChange: onPress, checked: fc.constantFrom(true, false, 'mixed') },
        ),
        record({ ...kind('switch'), name, label }, { onChange: onPress, checked: fc.boolean() }),
        record({ ...kind('radio'), name, label, options }, { onChange: onPress, value: label }),
        record(
          { ...kind('select'), name, label, options },
          { multiple: fc.boolean(), value: fc.oneof(label, fc.array(label)) },
        ),
        record(
          { ...kind('image'), src: fc.constant('data:image/png;base64,AAAA'), alt: label },
          { fit: fc.constant('cover') },
        ),
        record({ ...kind('alert'), tone, title: label }, { onDismiss: onPress, action: fc.record({ label, onPress }) }),
        record({ ...kind('row'), children }, { gap, align, wrap: fc.boolean() }),
        record({ ...kind('column'), children }, { gap, align, grow: fc.boolean() }),
        record(
          { ...kind('panel'), children },
          { title: label, tone, actions: fc.array(tie('node'), { maxLength: 2 }) },
        ),
        record({ ...kind('form'), name, onSubmit: onPress, children }, { busy: fc.boolean() }),
        record(
          { ...kind('dialog'), title: label, open: fc.boolean(), onClose: onPress, children },
          { footer: children },
        ),
        record({
          ...kind('tabs'),
          name,
          label,
          tabs: fc.array(fc.record({ id: name, label, children }), { minLength: 1, maxLength: 3 }),
        }),
        record(
          { ...kind('custom'), component: fc.constantFrom('acme/Map', 'a-1/b_C') },
          {
            props: fc.dictionary(name, args, { maxKeys: 2, noNullPrototype: true }),
            events: fc.dictionary(name, onPress, { maxKeys: 2, noNullPrototype: true }),
            slots: fc.dictionary(name, children, { maxKeys: 2, noNullPrototype: true }),
            fallback: children,
          },
        ),
        record({
          ...kind('list'),
          label,
          items: fc.array(fc.record({ key, onPress, content: children }, { requiredKeys: ['key', 'content'] }), {
            maxLength: 3,
          }),
        }),
        record({
          ...kind('table'),
          caption: label,
          columns: fc.array(fc.record({ id: name, header: label }), { minLength: 1, maxLength: 3 }),
          rows: fc.array(fc.record({ key, cells: fc.dictionary(name, cell, { maxKeys: 3, noNullPrototype: true }) }), {
            maxLength: 3,
          }),
        }),
      ),
    }
  })
  .node.filter((node) => countOpenDialogs(node) <= 2)

/** Dialogs in a value that are open. */
export function countOpenDialogs(value: unknown): number {
  return JSON.stringify(value).split('"open":true').length - 1
}

/** JSON of any shape, with the words of nodes and of prototypes strewn in. */
export const jsonLike: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -1, 1.5, '', 'text', 'row', 'kind', '__proto__', 'x'.repeat(400)),
    fc.string({ maxLength: 8 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom(
        'kind',
        'text',
        'children',
        'label',
        'key',
        'items',
        'rows',
        'tabs',
        'slots',
        'footer',
        'cells',
        'node',
        'onPress',
        'handler',
        'constructor',
        'style',
      ),
      tie('value'),
      { maxKeys: 5, noNullPrototype: true },
    ),
    fc.record({
      kind: fc.constantFrom('row', 'column', 'panel', 'form', 'dialog', 'custom'),
      children: fc.array(tie('value'), { maxLength: 4 }),
    }),
  ),
})).value
