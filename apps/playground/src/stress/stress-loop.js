// Loops for ever. The host stops it within its time, and everything else goes on.
definePlugin(({ ui }) => ({
  id: 'stress-loop',
  title: 'Endless loop',
  initialState: { starts: 0 },
  widgets: {
    main: {
      render({ pluginState }) {
        return ui.column([
          ui.text('Loops for ever. The host stops it within its time, and everything else goes on.'),
          ui.stat('Starts', pluginState.starts),
          ui.row([
            ui.button('Count', { onPress: 'count' }),
            ui.button('Start the loop', { variant: 'primary', onPress: 'start' }),
          ]),
        ])
      },
      handlers: {
        count(ctx) {
          ctx.dispatchPluginAction('state/merge', { starts: ctx.pluginState.starts + 1 })
        },
        start() {
          while (true) {}
        },
      },
    },
  },
}))
