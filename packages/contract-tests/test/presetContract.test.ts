import { counterSource, createFakeRuntime, describePresetContract, pluginWith } from '@plugboard/contract-tests'

const createRuntime = (): ReturnType<typeof createFakeRuntime> => createFakeRuntime()

describePresetContract({
  createRuntime,
  preset: {
    manifest: {
      apiVersion: 1,
      packageId: 'counter',
      title: 'Counter',
      capabilities: { writeShared: ['counter-summary'], systemCommands: ['collect-diagnostics'] },
    },
    code: counterSource,
    localReducer: (current, { actionType }) =>
      actionType === 'increment'
        ? { next: { value: (current as { value: number }).value + 1 }, outcome: 'applied' }
        : { next: current, outcome: 'ignored', reason: 'no-local-reducer-match' },
  },
  views: { 'a later state': { pluginState: { value: 41 } } },
  snapshotFile: '__snapshots__/counter.contract.txt',
})

describePresetContract({
  createRuntime,
  preset: {
    manifest: { apiVersion: 1, packageId: 'form', title: 'Form', capabilities: {} },
    code: pluginWith({
      render: `return ui.column([
        ui.input('city', { label: 'City', value: view.pluginState && view.pluginState.city || '', onChange: 'typed' }),
        ui.list('Cities', [{ key: 'a', onPress: { handler: 'chosen' }, content: [ui.text('Oslo')] }]),
        view.pluginState && view.pluginState.city === 'Oslo' && ui.button('Clear', { onPress: 'clear' }),
      ])`,
      handlers: `
        typed(ctx, event) { ctx.dispatchPluginAction('state/merge', { city: event.value }) },
        chosen(ctx) { ctx.dispatchPluginAction('state/merge', { city: 'Oslo' }) },
        clear(ctx) { ctx.dispatchPluginAction('state/replace', {}) }`,
    }),
  },
})
