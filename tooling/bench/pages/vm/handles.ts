import type { JsonValue, UINode } from '@plugboard/contracts'
import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core'

/** Makes a value inside the VM, property by property. Whoever asked disposes. */
export function writeValue(context: QuickJSContext, value: JsonValue): QuickJSHandle {
  if (value === null) return context.null
  switch (typeof value) {
    case 'string':
      return context.newString(value)
    case 'number':
      return context.newNumber(value)
    case 'boolean':
      return value ? context.true : context.false
    default:
      return writeObject(context, value)
  }
}

function writeObject(
  context: QuickJSContext,
  value: Exclude<JsonValue, string | number | boolean | null>,
): QuickJSHandle {
  const target = Array.isArray(value) ? context.newArray() : context.newObject()
  for (const [key, member] of Object.entries(value)) {
    using handle = writeValue(context, member)
    context.setProp(target, Array.isArray(value) ? Number(key) : key, handle)
  }
  return target
}

const STRINGS = ['kind', 'key', 'text', 'label', 'title'] as const

/**
 * Reads a tree out of the VM, property by property. The names are known: asking for them with `getOwnPropertyNames`
 * breaks the engine's accounting of its memory after some thousand calls.
 */
export function readNode(context: QuickJSContext, handle: QuickJSHandle): UINode {
  const node: Record<string, unknown> = {}
  for (const name of STRINGS) {
    using member = context.getProp(handle, name)
    if (context.typeof(member) === 'string') node[name] = context.getString(member)
  }
  using press = context.getProp(handle, 'onPress')
  // A reference of this size is dumped by the library as JSON would be.
  if (context.typeof(press) === 'object') node['onPress'] = context.dump(press) as unknown
  using children = context.getProp(handle, 'children')
  if (context.typeof(children) === 'object') node['children'] = readChildren(context, children)
  // Read from a tree that the list plugin has just made.
  return node as unknown as UINode
}

function readChildren(context: QuickJSContext, children: QuickJSHandle): readonly UINode[] {
  using length = context.getProp(children, 'length')
  return Array.from({ length: context.getNumber(length) }, (_, index) => {
    using child = context.getProp(children, index)
    return readNode(context, child)
  })
}
