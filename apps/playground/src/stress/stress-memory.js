// Takes memory without end. The host stops it at the limit of its VM.
definePlugin(({ ui }) => ({
  id: 'stress-memory',
  title: 'Memory hog',
  initialState: { starts: 0 },
  widgets: {
    main: {
      render({ pluginState }) {
        return ui.column([
          ui.text('Takes memory without end. The host stops it at the limit of its VM.'),
          ui.stat('Starts', pluginState.starts),
          ui.row([
            ui.button('Count', { onPress: 'count' }),
            ui.button('Take memory', { variant: 'primary', onPress: 'start' }),
          ]),
        ])
      },
      handlers: {
        count(ctx) {
          ctx.dispatchPluginAction('state/merge', { starts: ctx.pluginState.starts + 1 })
        },
        start() {
          const kept = []
          for (;;) kept.push(new Uint8Array(65_536))
        },
      },
    },
  },
}))
