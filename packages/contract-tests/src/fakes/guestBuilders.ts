import { UI_BUILDERS } from '@plugboard/contracts'

type Props = Record<string, unknown>

/** The guest's `ui`: one function per kind, made from the same table as the VM's own. */
export type GuestBuilders = Readonly<Record<string, (...args: readonly never[]) => unknown>>

/** Makes the `ui` object that guest code gets. */
export function createGuestBuilders(): GuestBuilders {
  const builders: Record<string, (...args: readonly never[]) => unknown> = Object.create(null)
  builders['each'] = mapRows
  builders['block'] = drawEach
  for (const [kind, shape] of Object.entries(UI_BUILDERS)) {
    builders[kind] = (...args: readonly unknown[]) => {
      const node: Props = { kind }
      const options = args[shape.positional.length]
      if (typeof options === 'object' && options !== null) assignDefined(node, options)
      shape.positional.forEach((prop, index) => {
        if (args[index] !== undefined) node[prop] = args[index]
      })
      for (const prop of shape.children) if (prop in node) node[prop] = childrenOf(node[prop])
      for (const prop of shape.events) if (typeof node[prop] === 'string') node[prop] = { handler: node[prop] }
      for (const prop of shape.text) if (isScalar(node[prop])) node[prop] = String(node[prop])
      return node
    }
  }
  return Object.freeze(builders)
}

interface EachOptions {
  readonly key: string | ((item: unknown, index: number) => string)
  readonly marked?: readonly (string | number)[]
}

/** `ui.each` as it reads: a row for each item. It remembers nothing, so a `memo` makes no difference. */
function mapRows(
  items: readonly Props[],
  render: (item: unknown, index: number, isMarked: boolean) => unknown,
  { key, marked = [] }: EachOptions,
): unknown[] {
  const marks = new Set(marked.map(String))
  return items.flatMap((item, index) => {
    // What a guest may have there: text, a number, or nothing.
    const name = (typeof key === 'string' ? item[key] : key(item, index)) as string | number | null | undefined
    if (name === undefined || name === null) throw new TypeError(`ui.each: item ${index} has no key`)
    const row = toRow(render(item, index, marks.has(`${name}`)))
    return row === null ? [] : [{ ...row, key: `${name}` }]
  })
}

/** `ui.block` as it reads: its template, drawn with the values. */
function drawEach(template: (slot: (name: string) => unknown) => unknown): (values: Props) => unknown {
  return (values) => template((name) => values[name])
}

function toRow(row: unknown): Props | null {
  if (typeof row !== 'object' || row === null) {
    // What is no object becomes a text node, or nothing.
    const [text] = childrenOf(row)
    return text === undefined ? null : (text as Props)
  }
  const props: Props = { ...row }
  if (props['kind'] !== undefined) return props
  if (props['content'] !== undefined) props['content'] = childrenOf(props['content'])
  if (typeof props['onPress'] === 'string') props['onPress'] = { handler: props['onPress'] }
  return props
}

function assignDefined(node: Props, props: object): void {
  for (const [prop, value] of Object.entries(props)) if (value !== undefined) node[prop] = value
}

function isScalar(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean'
}

function childrenOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(childrenOf)
  if (value === undefined || value === null || value === false || value === true) return []
  return [typeof value === 'string' || typeof value === 'number' ? { kind: 'text', text: String(value) } : value]
}
