/**
 * Guest source: reads the plugin's definition, every property once, and keeps the functions where the plugin cannot
 * reach them. Names and texts go to the host as they are: it is the host that judges them.
 */
export const definitionSource: string = String.raw`
  let factory
  let definitions = 0
  hide(globalThis, 'definePlugin', function definePlugin(given) {
    definitions += 1
    if (definitions === 1) factory = given
  })

  const widgets = create(null)
  const surfaces = { __proto__: null, tool: create(null), hook: create(null), service: create(null) }

  const load = () => {
    if (definitions !== 1) return '{"definitions":' + definitions + '}'
    if (typeof factory !== 'function') return '{"definitions":1,"factory":false}'
    const definition = factory({ ui })
    if (!isObject(definition) || isArray(definition)) return '{"definitions":1,"factory":true}'
    if (typeof definition.then === 'function') return '{"definitions":1,"factory":true,"promise":true}'
    const id = definition.id
    const title = definition.title
    const description = definition.description
    const initialState = definition.initialState
    const text = '{"definitions":1,"factory":true,"definition":{' +
      '"id":' + fieldJson(id) +
      ',"title":' + fieldJson(title) +
      ',"description":' + fieldJson(description) +
      ',"initialState":' + stateJson(initialState) +
      ',"widgets":' + readWidgets(definition.widgets) +
      ',"surfaces":{"tool":' + readFunctions(definition.tools, surfaces.tool, 'run') +
      ',"hook":' + readFunctions(definition.hooks, surfaces.hook) +
      ',"service":' + readFunctions(definition.services, surfaces.service, 'handle') + '}},"blocks":' + takeLoadedBlocks() + '}'
    return text.length > config.bytesOut ? tooLong(text) : text
  }

  // [] stands for "not given", so that null and undefined stay apart.
  const fieldJson = (value) => {
    if (value === undefined) return '[]'
    return typeof value === 'string' ? '[' + stringify(value) + ']' : '[null]'
  }

  const stateJson = (value) => {
    if (value === undefined) return '[]'
    const text = toJson(value)
    return text === undefined ? 'null' : '[' + text + ']'
  }

  const readWidgets = (declared) => {
    if (declared === undefined) return '[]'
    if (!isObject(declared) || isArray(declared)) return 'null'
    const names = keys(declared)
    let text = '['
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index]
      const widget = declared[name]
      if (index > 0) text += ','
      if (!isObject(widget)) {
        text += '[' + stringify(name) + ',false,[]]'
        continue
      }
      const render = widget.render
      const handlers = create(null)
      const listed = readFunctions(widget.handlers, handlers)
      widgets[name] = { __proto__: null, render, handlers, self: widget }
      text += '[' + stringify(name) + ',' + (typeof render === 'function') + ',' + listed + ']'
    }
    return text + ']'
  }

  // Functions by name, or objects of which that method is meant.
  const readFunctions = (declared, into, method) => {
    if (declared === undefined) return '[]'
    if (!isObject(declared) || isArray(declared)) return 'null'
    const names = keys(declared)
    let text = '['
    for (let index = 0; index < names.length; index += 1) {
      const item = declared[names[index]]
      const run = method === undefined ? item : isObject(item) ? item[method] : undefined
      into[names[index]] = { __proto__: null, run, self: method === undefined ? undefined : item }
      text += (index > 0 ? ',[' : '[') + stringify(names[index]) + ',' + (typeof run === 'function') + ']'
    }
    return text + ']'
  }
`
