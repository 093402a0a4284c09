// The same plugin as counter.tsx without the SDK: what the VM takes as it is.
definePlugin(({ ui }) => ({
  id: 'counter',
  title: 'Counter',
  initialState: { value: 0 },
  widgets: {
    main: {
      render({ pluginState, can }) {
        return ui.column(
          [
            ui.stat('Count', pluginState.value),
            ui.row(
              [
                ui.button('−1', { onPress: { handler: 'add', args: { by: -1 } } }),
                ui.button('+1', { onPress: { handler: 'add', args: { by: 1 } }, variant: 'primary' }),
                can('systemCommand', 'restart-plugin') && ui.button('Restart', { onPress: 'restart' }),
              ],
              { gap: 'sm' },
            ),
          ],
          { gap: 'md' },
        )
      },
      handlers: {
        add(ctx, event) {
          ctx.dispatchPluginAction('state/merge', { value: ctx.pluginState.value + event.args.by })
        },
        restart(ctx) {
          ctx.dispatchSystemCommand('restart-plugin')
        },
      },
    },
  },
}))
