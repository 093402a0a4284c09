/**
 * Guest source: `console`. A line leaves the VM as one JSON text, cut to its length here; the host counts lines.
 * `writeLog` is the only function of the host's that exists in the VM, and plugin code cannot reach it.
 */
export const consoleSource: string = String.raw`
  const consoleOf = create(null)
  const addLevel = (method, level) => {
    defineProperty(consoleOf, method, { enumerable: true, value: (...values) => writeLine(level, values) })
  }
  addLevel('debug', 'debug')
  addLevel('log', 'info')
  addLevel('info', 'info')
  addLevel('warn', 'warn')
  addLevel('error', 'error')
  hide(globalThis, 'console', freeze(consoleOf))

  const writeLine = (level, values) => {
    effects += 1
    let line = '['
    for (let index = 0; index < values.length && line.length <= config.logLength; index += 1) {
      line += (index === 0 ? '' : ',') + toLogJson(values[index])
    }
    line += ']'
    writeLog(level, line.length > config.logLength ? cutLine(line) : line, here())
  }

  const toLogJson = (value) => {
    if (typeof value === 'string') return stringify(cut(value, config.logLength))
    if (value === undefined) return '"undefined"'
    if (isObject(value) && read(value, 'stack') !== undefined) return errorJson(value)
    const text = toJson(value)
    return text === undefined ? '"[not JSON]"' : text
  }

  const errorJson = (error) => stringify(cut(read(error, 'name') + ': ' + read(error, 'message'), config.logLength))

  // Escapes make text longer again: halve until it fits.
  const cutLine = (line) => {
    let length = config.logLength - 10
    let text = stringify(slice(line, 0, length) + '…')
    while (text.length > config.logLength - 2) {
      length = floor(length / 2)
      text = stringify(slice(line, 0, length) + '…')
    }
    return '[' + text + ']'
  }
`
