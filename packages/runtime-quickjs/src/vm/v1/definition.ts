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
      ',"widgets":' + readWidgets(definition.widgets) + '},"blocks":' + takeLoadedBlocks() + '}'
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
      const listed = readHandlers(widget.handlers, handlers)
      widgets[name] = { __proto__: null, render, handlers, self: widget }
      text += '[' + stringify(name) + ',' + (typeof render === 'function') + ',' + listed + ']'
    }
    return text + ']'
  }

  const readHandlers = (declared, into) => {
    if (declared === undefined) return '[]'
    if (!isObject(declared) || isArray(declared)) return 'null'
    const names = keys(declared)
    let text = '['
    for (let index = 0; index < names.length; index += 1) {
      const run = declared[names[index]]
      into[names[index]] = run
      text += (index > 0 ? ',[' : '[') + stringify(names[index]) + ',' + (typeof run === 'function') + ']'
    }
    return text + ']'
  }
`
