import { UI_BUILDERS } from '@plugboard/contracts'

type Props = Record<string, unknown>

/** The guest's `ui`: one function per kind, made from the same table as the VM's own. */
export type GuestBuilders = Readonly<Record<string, (...args: readonly unknown[]) => Props>>

/** Makes the `ui` object that guest code gets. */
export function createGuestBuilders(): GuestBuilders {
  const builders: Record<string, (...args: readonly unknown[]) => Props> = Object.create(null)
  for (const [kind, shape] of Object.entries(UI_BUILDERS)) {
    builders[kind] = (...args) => {
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
