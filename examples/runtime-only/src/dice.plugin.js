definePlugin(({ ui }) => ({
  title: 'Dice',
  initialState: { rolls: [] },
  widgets: {
    main: {
      render: ({ pluginState: { rolls } }) =>
        ui.column([
          ui.text(rolls.length === 0 ? 'Not rolled yet' : `Rolled ${rolls.join(', ')}`),
          ui.button('Roll', { onPress: 'roll' }),
        ]),
      handlers: {
        roll(ctx) {
          const roll = 1 + Math.floor(Math.random() * 6)
          ctx.dispatchPluginAction('state/merge', { rolls: [...ctx.pluginState.rolls, roll] })
        },
      },
    },
  },
}))
