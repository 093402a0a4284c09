definePlugin(({ ui }) => ({
  title: 'Counter',
  initialState: { value: 0 },
  widgets: {
    main: {
      render: ({ pluginState }) =>
        ui.row([
          ui.stat('Count', pluginState.value),
          ui.button('+1', { onPress: { handler: 'add', args: { by: 1 } }, variant: 'primary' }),
        ]),
      handlers: {
        add(ctx, { args }) {
          ctx.dispatchPluginAction('state/merge', { value: ctx.pluginState.value + args.by })
        },
      },
    },
  },
}))
