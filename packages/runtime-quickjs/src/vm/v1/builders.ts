/**
 * Guest source: `ui`, made from the same table as the SDK's. It adds comfort and no power: any object may be a node.
 *
 * Drawing a list is mostly calls of these, so each builder does only what its kind asks for: there is one for each number
 * of props that are given by position, and the usual call, without options, is a literal.
 */
export const buildersSource: string = String.raw`
  const ui = create(null)

  const makeBuilder = (kind, shape) => {
    const { positional, children, events, text } = shape
    const first = positional[0]
    const second = positional[1]
    const isList = contains(children, first)
    const isText = contains(text, first)

    const finish = (node, options) => {
      if (typeof options === 'object' && options !== null) assignDefined(node, options)
      return node
    }
    const normalise = (node) => {
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
    }

    if (first === undefined) return (options) => normalise(finish({ kind }, options))
    if (second !== undefined) {
      return (one, two, options) => {
        const node = finish({ kind }, options)
        if (one !== undefined) node[first] = one
        if (two !== undefined) node[second] = two
        return normalise(node)
      }
    }
    return (one, options) => {
      if (options === undefined && one !== undefined) {
        if (isList) return { kind, [first]: collectChildren(one, []) }
        return { kind, [first]: isText && typeof one !== 'string' ? toText(one) : one }
      }
      const node = finish({ kind }, options)
      if (one !== undefined) node[first] = one
      return normalise(node)
    }
  }

  const contains = (list, item) => {
    for (let at = 0; at < list.length; at += 1) if (list[at] === item) return true
    return false
  }

  const toText = (value) => (typeof value === 'number' || typeof value === 'boolean' ? '' + value : value)

  const assignDefined = (node, options) => {
    const names = keys(options)
    for (let index = 0; index < names.length; index += 1) {
      const value = options[names[index]]
      if (value !== undefined) node[names[index]] = value
    }
  }

  // Plain writes: what a plugin has done to Array.prototype changes its own tree and nothing else.
  const collectChildren = (value, into) => {
    if (isArray(value)) {
      // What ui.each made stays together: as a whole it says which rows the host has.
      if (isRows(value)) into[into.length] = value
      else for (let index = 0; index < value.length; index += 1) collectChild(value[index], into)
    } else collectChild(value, into)
    return into
  }

  const collectChild = (value, into) => {
    if (typeof value === 'object') {
      if (value === null) return
      if (isArray(value)) collectChildren(value, into)
      else into[into.length] = value
    } else if (typeof value === 'string' || typeof value === 'number') {
      into[into.length] = { kind: 'text', text: '' + value }
    } else if (value !== undefined && typeof value !== 'boolean') {
      into[into.length] = value
    }
  }

  const kinds = keys(config.builders)
  for (let index = 0; index < kinds.length; index += 1) {
    const kind = kinds[index]
    defineProperty(ui, kind, { enumerable: true, value: makeBuilder(kind, config.builders[kind]) })
  }

  hide(globalThis, 'ui', ui)
`
