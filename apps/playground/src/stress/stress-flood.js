// Sends more writes than one event may. Without a grant each is denied, and the rest is dropped.
definePlugin(({ ui }) => ({
  id: 'stress-flood',
  title: 'Flood of writes',
  initialState: { starts: 0 },
  widgets: {
    main: {
      render({ pluginState }) {
        return ui.column([
          ui.text('Sends more writes than one event may. Without a grant each is denied, and the rest is dropped.'),
          ui.stat('Starts', pluginState.starts),
          ui.row([
            ui.button('Count', { onPress: 'count' }),
            ui.button('Send the flood', { variant: 'primary', onPress: 'start' }),
          ]),
        ])
      },
      handlers: {
        count(ctx) {
          ctx.dispatchPluginAction('state/merge', { starts: ctx.pluginState.starts + 1 })
        },
        start(ctx) {
          for (let sent = 0; sent < 1_000; sent += 1) {
            ctx.dispatchSharedAction('counter-summary', 'set-instance', { value: sent })
            console.log('write', sent)
          }
        },
      },
    },
  },
}))
