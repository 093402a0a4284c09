/**
 * Guest source: runs renders, handlers and whatever else a plugin has for its host. `current` is the call that ran last. A context dispatches into its own call, so
 * that what comes after the call has ended is read by nobody; during a render it is refused and counted.
 */
export const callsSource: string = String.raw`
  let current = null

  const tooLong = (text) => '{"tooLong":' + text.length + '}'

  const beginCall = (kind) => {
    current = { __proto__: null, kind, intents: '', count: 0, state: 'done', thrown: undefined, value: '' }
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

  const contextOf = (view, call) => ({
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
  })

  const startEvent = (input) => {
    const view = takeView(input)
    if (view === undefined) return STALE
    const call = beginCall('event')
    const { run, self } = widgets[input.widgetId].handlers[input.handler]
    return settle(call, apply(run, self, [contextOf(view, call), input.event]))
  }

  const startInvoke = (input) => {
    const view = takeView(input)
    if (view === undefined) return STALE
    const call = beginCall('invoke')
    const { run, self } = surfaces[input.surface][input.name]
    return settle(call, apply(run, self, [input.input, contextOf(view, call)]))
  }

  const settle = (call, answer) => {
    const then = isObject(answer) ? answer.then : undefined
    if (typeof then !== 'function') {
      fulfil(call, answer)
      return finishCall()
    }
    call.state = 'pending'
    apply(then, answer, [
      (value) => {
        if (call.state === 'pending') fulfil(call, value)
      },
      (thrown) => {
        if (call.state !== 'pending') return
        call.state = 'failed'
        call.thrown = thrown
      },
    ])
    return '{"isDone":false}'
  }

  // Written once, and here: its getters and toJSON are the plugin's code, and may dispatch like all of the call.
  const fulfil = (call, value) => {
    call.state = 'done'
    if (call.kind === 'invoke') call.value = ',"value":' + stateJson(value)
  }

  // After the jobs have run: nothing is left that could settle a promise that is still pending.
  const finishCall = () => {
    const call = current
    if (call.state === 'failed') throw call.thrown
    if (call.state === 'pending') return '{"unsettled":true}'
    const length = call.intents.length + call.value.length
    if (length > config.bytesOut) return '{"tooLong":' + length + '}'
    return '{"isDone":true,"intents":[' + call.intents + ']' + call.value + '}'
  }
`
