/**
 * Guest source: turns whatever plugin code threw into JSON text, inside the VM and under its deadline, so that the host
 * never touches a thrown value. `positionOf` finds the first frame of the plugin's own file in a stack.
 */
export const errorsSource: string = String.raw`
  const FRAME = config.file + ':'

  // The position of the first frame in the plugin's own file, as JSON text, or ''. For display only.
  const positionOf = (stack) => {
    if (typeof stack !== 'string') return ''
    const at = indexOf(stack, FRAME, 0)
    if (at < 0) return ''
    const line = readNumber(stack, at + FRAME.length)
    if (line.next === at + FRAME.length || codeAt(stack, line.next) !== 58) return ''
    const column = readNumber(stack, line.next + 1)
    if (column.next === line.next + 1) return ''
    return '{"line":' + line.value + ',"column":' + column.value + '}'
  }

  const readNumber = (text, from) => {
    let next = from
    let value = 0
    for (let code = codeAt(text, next); code >= 48 && code <= 57 && next < from + 9; code = codeAt(text, next)) {
      value = value * 10 + code - 48
      next += 1
    }
    return { value, next }
  }

  const here = () => positionOf(new NativeError('').stack)

  const cut = (text, length) => (text.length > length ? slice(text, 0, length - 1) + '…' : text)

  const read = (value, property) => {
    try {
      const found = value[property]
      return typeof found === 'string' ? found : undefined
    } catch (thrown) {
      return undefined
    }
  }

  // Whether the engine made this error about a limit of its own. A plugin can forge one and loses its own VM by it.
  const limitOf = (thrown, message) => {
    if (!isObject(thrown)) return 'null'
    let prototype
    try {
      prototype = getPrototypeOf(thrown)
    } catch (trapped) {
      return 'null'
    }
    if (prototype !== internalErrorPrototype) return 'null'
    return message === 'stack overflow' ? '"stack"' : message === 'out of memory' ? '"memory"' : 'null'
  }
  const internalErrorPrototype = NativeInternalError.prototype

  const describe = (thrown) => {
    if (!isObject(thrown)) return describePrimitive(thrown)
    const message = read(thrown, 'message')
    const name = read(thrown, 'name')
    const at = positionOf(read(thrown, 'stack'))
    let text
    if (message === undefined && name === undefined) text = 'an object without a message'
    else text = cut(name === undefined ? 'an object' : name, 100) + ': ' + cut(message === undefined ? '' : message, 1000)
    return '{"text":' + stringify(text) + ',"limit":' + limitOf(thrown, message) + (at === '' ? '' : ',"source":' + at) + '}'
  }

  const describePrimitive = (thrown) => {
    let text = 'something that cannot be shown'
    try {
      text = cut(NativeString(thrown), 1000)
    } catch (unreadable) {}
    return '{"text":' + stringify(text) + ',"limit":null}'
  }
`
