import type { UINode } from '@plugboard/contracts'
import { parseUITree } from '@plugboard/contracts/schemas'
import * as fc from 'fast-check'

const HOSTILE = [
  '\u001B[2J\u001B[1;1H\u001B]0;owned\u0007',
  '\u001B]8;;https://attacker.example\u001B\\here\u001B]8;;\u001B\\',
  '\u009B31m',
  'invoice\u202Efdp.exe\u2066\u2067',
  'A\u200B\u200D\u2060\uFEFFllow',
  `Z${'\u0301'.repeat(100)}`,
  'x'.repeat(300),
  '日本語'.repeat(40),
  '👩‍👩‍👧‍👦🇳🇴👍🏽❤️',
  'one\ntwo\r\nthree\rfour\tfive\u2028six',
  '[1] Allow',
  '\uD800',
]

const words = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }), fc.lorem())
const label = words.map((text) => text.slice(0, 60) || 'x')
const key = fc.string({ minLength: 1, maxLength: 8 })
const name = fc.stringMatching(/^[a-z]{1,8}$/)
// What is no number of JSON refuses the whole tree, before any of it could be drawn.
const jsonNumber = fc.double({ noNaN: true, noDefaultInfinity: true })
const ref = fc.constant({ handler: 'go' })
const tone = fc.constantFrom('neutral', 'accent', 'positive', 'warning', 'critical')
const field = { name, label, help: label, error: label, required: fc.boolean(), onChange: ref }
const options = fc.array(fc.record({ value: key, label, disabled: fc.boolean() }), { minLength: 2, maxLength: 5 })

function node(
  kind: UINode['kind'],
  props: Record<string, fc.Arbitrary<unknown>>,
  optional: readonly string[] = [],
): fc.Arbitrary<unknown> {
  const required = Object.keys(props).filter(
    (prop) => !optional.includes(prop) && !['help', 'error', 'required', 'onChange'].includes(prop),
  )
  const all: Record<string, fc.Arbitrary<unknown>> = { kind: fc.constant(kind), ...props }
  return fc.record(all, { requiredKeys: ['kind', ...required] })
}

const { tree } = fc.letrec((tie) => {
  const children = fc.array(tie('node'), { maxLength: 4 })
  return {
    tree: tie('node'),
    node: fc.oneof(
      { maxDepth: 5, depthSize: 'max', withCrossShrink: true },
      node('text', { text: words, tone, truncate: fc.boolean() }, ['tone', 'truncate']),
      node('heading', { text: label }),
      node('badge', { text: label, tone }, ['tone']),
      node('link', { text: label, href: fc.constant(`https://example.com/${'a'.repeat(100)}`) }),
      node('image', { src: fc.constant('data:image/png;base64,AAAA'), alt: label }),
      node('icon', { name: fc.constant('check'), label }),
      node('stat', { label, value: label, delta: label.map((text) => text.slice(0, 40)) }),
      node('code', { text: words, lineNumbers: fc.boolean(), language: label.map((text) => text.slice(0, 30)) }),
      node('divider', {}),
      node('progress', { label, value: fc.oneof(fc.constant(null), fc.double({ min: 0, max: 1e9, noNaN: true })) }),
      node('spinner', { label }),
      node('alert', { tone, title: label, text: words, onDismiss: ref }),
      node('empty', { title: label, text: label, action: fc.record({ label, onPress: ref }) }),
      node('button', { label, onPress: ref, busy: fc.boolean(), submit: fc.boolean() }),
      node('input', { ...field, value: label, prefix: label.map((text) => text.slice(0, 20)) }),
      node('textarea', { ...field, value: words }),
      node('checkbox', { ...field, checked: fc.constantFrom(true, false, 'mixed') }),
      node('switch', { ...field, checked: fc.boolean() }),
      node('radio', { ...field, options }),
      node('select', { ...field, options, multiple: fc.boolean() }),
      node('custom', { component: fc.constant('acme/Map'), fallback: children }),
      node('row', { children, justify: fc.constantFrom('start', 'center', 'end', 'between') }),
      node('column', { children, gap: fc.constantFrom('none', 'xl') }),
      node('grid', { children, minColumn: fc.constantFrom('sm', 'lg') }),
      node('panel', { children, title: label, collapsible: fc.boolean() }),
      node('form', { children, name, onSubmit: ref }),
      node('dialog', { children, title: label, open: fc.boolean(), onClose: ref }),
      node('list', { label, items: fc.array(fc.record({ key, content: children, onPress: ref }), { maxLength: 3 }) }),
      node('tabs', {
        name,
        label,
        tabs: fc.array(fc.record({ id: name, label, children }), { minLength: 1, maxLength: 3 }),
      }),
      node('table', {
        caption: label,
        select: fc.constantFrom('none', 'one', 'many'),
        columns: fc.uniqueArray(fc.record({ id: name, header: label, sortable: fc.boolean() }), {
          minLength: 1,
          maxLength: 6,
          selector: ({ id }) => id,
        }),
        rows: fc.array(
          fc.record({
            key,
            onPress: ref,
            cells: fc.dictionary(name, fc.oneof(words, jsonNumber, fc.boolean(), fc.record({ node: tie('node') }))),
          }),
          { maxLength: 3 },
        ),
      }),
    ),
  }
})

/** Any tree that a parser lets through: what it refused is a placeholder. */
export const anyTree: fc.Arbitrary<UINode> = tree.map(
  (raw) => parseUITree(raw).tree ?? { kind: 'invalid-node', path: 'root', message: 'refused' },
)
