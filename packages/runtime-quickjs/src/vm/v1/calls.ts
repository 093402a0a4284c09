/**
 * Guest source: runs renders and handlers. `current` is the call that ran last. A context dispatches into its own call, so
 * that what comes after the call has ended is read by nobody; during a render it is refused and counted.
 */
export const callsSource: string = String.raw`
  let current = null

  const tooLong = (text) => '{"tooLong":' + text.length + '}'

  const beginCall = (kind) => {
    current = { __proto__: null, kind, intents: '', count: 0, state: 'done', thrown: undefined }
    return current
  }

  const record = (call, head, payload) => {
    // First everything that runs plugin code (toJSON, getters): it may dispatch in its turn.
    const intent = intentJson(head, payload)
    if (current !== null && current.kind === 'render') {
      current.count += 1
      return
    }
    call.count += 1
    if (call.intents.length > config.bytesOut) return
    // Past the budget an intent is only counted: the host refuses it by its position.
    call.intents += (call.count > 1 ? ',' : '') + (call.count > config.intentsPerEvent ? '0' : intent)
  }

  const intentJson = (head, payload) => {
    const at = here()
    const start = at === '' ? head : head + ',"source":' + at
    if (payload === undefined) return start + '}'
    const text = toJson(payload)
    return text === undefined ? 'null' : start + ',"payload":' + text + '}'
  }

  const property = (name, value) => {
    const text = toJson(value)
    return text === undefined ? '' : ',"' + name + '":' + text
  }

  const canOf = (grants) => (verb, name) => {
    if (typeof name !== 'string') return false
    if (verb === 'readShared') return includes(grants.readShared, name) || includes(grants.readShared, '*')
    if (verb === 'writeShared') return includes(grants.writeShared, name)
    if (verb === 'systemCommand') return includes(grants.systemCommands, name)
    return verb === 'component' && grants.components !== undefined && includes(grants.components, name)
  }

  const includes = (names, name) => {
    for (let index = 0; index < names.length; index += 1) if (names[index] === name) return true
    return false
  }

  const STALE = '{"stale":true}'

  const render = (input) => {
    const view = takeView(input)
    if (view === undefined) return STALE
    const widget = widgets[input.widgetId]
    const call = beginCall('render')
    const run = widget.render
    const context = { pluginState: view.pluginState, globalState: view.globalState, can: canOf(view.grants) }
    beginRows(input.widgetId, input.rows)
    try {
      const { text, turn } = encodeTree(input.widgetId, apply(run, widget.self, [context]))
      const blocks = newBlocks === '' ? '' : ',"blocks":[' + newBlocks + ']'
      const answer = text === undefined ? 'null' : text
      const length = answer.length + blocks.length
      if (length > config.bytesOut) return '{"tooLong":' + length + '}'
      return '{"refused":' + call.count + ',"rows":' + turn + blocks + ',"tree":' + answer + '}'
    } finally {
      endRows()
    }
  }

  const startEvent = (input) => {
    const { widgetId, handler, event } = input
    const view = takeView(input)
    if (view === undefined) return STALE
    const call = beginCall('event')
    const context = {
      pluginState: view.pluginState,
      globalState: view.globalState,
      can: canOf(view.grants),
      dispatchPluginAction(actionType, payload) {
        record(call, '{"scope":"plugin"' + property('actionType', actionType), payload)
      },
      dispatchSharedAction(domain, actionType, payload) {
        record(call, '{"scope":"shared"' + property('domain', domain) + property('actionType', actionType), payload)
      },
      dispatchSystemCommand(command, payload) {
        record(call, '{"scope":"system"' + property('command', command), payload)
      },
      dispatchGlobalAction() {
        const error = new NativeError('dispatchGlobalAction is not there. Use dispatchSharedAction(domain, type, payload).')
        error.code = 'UNSUPPORTED_DISPATCH'
        throw error
      },
    }
    const answer = apply(widgets[widgetId].handlers[handler], undefined, [context, event])
    const then = isObject(answer) ? answer.then : undefined
    if (typeof then !== 'function') return finishEvent()
    call.state = 'pending'
    apply(then, answer, [
      () => {
        if (call.state === 'pending') call.state = 'done'
      },
      (thrown) => {
        if (call.state !== 'pending') return
        call.state = 'failed'
        call.thrown = thrown
      },
    ])
    return '{"isDone":false}'
  }

  // After the jobs have run: nothing is left that could settle a promise that is still pending.
  const finishEvent = () => {
    const call = current
    if (call.state === 'failed') throw call.thrown
    if (call.state === 'pending') return '{"unsettled":true}'
    return call.intents.length > config.bytesOut ? tooLong(call.intents) : '{"isDone":true,"intents":[' + call.intents + ']}'
  }
`
