// Calls itself for ever. The host stops it at the limit of its stack.
definePlugin(({ ui }) => ({
  id: 'stress-recursion',
  title: 'Endless recursion',
  initialState: { starts: 0 },
  widgets: {
    main: {
      render({ pluginState }) {
        return ui.column([
          ui.text('Calls itself for ever. The host stops it at the limit of its stack.'),
          ui.stat('Starts', pluginState.starts),
          ui.row([
            ui.button('Count', { onPress: 'count' }),
            ui.button('Start the recursion', { variant: 'primary', onPress: 'start' }),
          ]),
        ])
      },
      handlers: {
        count(ctx) {
          ctx.dispatchPluginAction('state/merge', { starts: ctx.pluginState.starts + 1 })
        },
        start() {
          const again = () => again() + 1
          again()
        },
      },
    },
  },
}))
