/** Guest source: `ui`, made from the same table as the SDK's. It adds comfort and no power: any object may be a node. */
export const buildersSource: string = String.raw`
  const ui = create(null)
  const kinds = keys(config.builders)
  for (let index = 0; index < kinds.length; index += 1) {
    const kind = kinds[index]
    const shape = config.builders[kind]
    const { positional, children, events, text } = shape
    defineProperty(ui, kind, {
      enumerable: true,
      value: (...given) => {
        const node = { kind }
        const options = given[positional.length]
        if (typeof options === 'object' && options !== null) assignDefined(node, options)
        for (let at = 0; at < positional.length; at += 1) if (given[at] !== undefined) node[positional[at]] = given[at]
        for (let at = 0; at < children.length; at += 1) {
          const prop = children[at]
          if (prop in node) node[prop] = collectChildren(node[prop], [])
        }
        for (let at = 0; at < events.length; at += 1) {
          const handler = node[events[at]]
          if (typeof handler === 'string') node[events[at]] = { handler }
        }
        for (let at = 0; at < text.length; at += 1) {
          const value = node[text[at]]
          if (typeof value === 'number' || typeof value === 'boolean') node[text[at]] = '' + value
        }
        return node
      },
    })
  }

  const assignDefined = (node, options) => {
    const names = keys(options)
    for (let index = 0; index < names.length; index += 1) {
      const value = options[names[index]]
      if (value !== undefined) node[names[index]] = value
    }
  }

  // Plain writes: what a plugin has done to Array.prototype changes its own tree and nothing else.
  const collectChildren = (value, into) => {
    if (isArray(value) && isRows(value)) {
      into[into.length] = value
    } else if (isArray(value)) {
      for (let index = 0; index < value.length; index += 1) collectChildren(value[index], into)
    } else if (typeof value === 'string' || typeof value === 'number') {
      into[into.length] = { kind: 'text', text: '' + value }
    } else if (value !== undefined && value !== null && typeof value !== 'boolean') {
      into[into.length] = value
    }
    return into
  }

  hide(globalThis, 'ui', ui)
`
