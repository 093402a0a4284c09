// Draws more than a page can show. The host refuses the drawing and keeps the last one that it took.
definePlugin(({ ui }) => ({
  id: 'stress-tree',
  title: 'Giant tree',
  initialState: { starts: 0, isHuge: false },
  widgets: {
    main: {
      render({ pluginState }) {
        if (pluginState.isHuge) {
          return ui.column(Array.from({ length: 6_000 }, (_, index) => ui.text('node ' + index)))
        }
        return ui.column([
          ui.text('Draws more than a page can show. The host refuses the drawing and keeps the last one that it took.'),
          ui.stat('Starts', pluginState.starts),
          ui.row([
            ui.button('Count', { onPress: 'count' }),
            ui.button('Draw the tree', { variant: 'primary', onPress: 'start' }),
          ]),
        ])
      },
      handlers: {
        count(ctx) {
          ctx.dispatchPluginAction('state/merge', { starts: ctx.pluginState.starts + 1 })
        },
        start(ctx) {
          ctx.dispatchPluginAction('state/merge', { isHuge: true })
        },
      },
    },
  },
}))
