import type { JsonValue } from '@plugboard/contracts'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { definePlugin } from './definePlugin.ts'
import type { HandlerContext, RenderView } from './handlerContext.ts'
import type { PluginDefinition } from './pluginDefinition.ts'
import { SdkError } from './sdkError.ts'
import { ui } from './ui/uiBuilders.ts'

type VmFactory = (tools: { ui: typeof ui }) => PluginDefinition

const self = { packageId: 'guest', instanceId: 'guest@12345678' }
const view = { pluginState: { value: 1 }, globalState: { self, shared: { votes: 7 } }, can: () => true }

function defineInVm(define: () => void): PluginDefinition & Required<Pick<PluginDefinition, 'widgets'>> {
  const given: VmFactory[] = []
  vi.stubGlobal('definePlugin', (factory: VmFactory) => given.push(factory))
  define()
  expect(given).toHaveLength(1)
  return given[0]?.({ ui }) as ReturnType<typeof defineInVm> // Every one of these has widgets.
}

afterEach(() => vi.unstubAllGlobals())

describe('definePlugin', () => {
  test('throws OUTSIDE_VM where there is no VM', () => {
    const define = (): void => definePlugin({ id: 'guest', title: 'Guest', widgets: {} })
    expect(define).toThrow(SdkError)
    expect(define).toThrow(expect.objectContaining({ code: 'OUTSIDE_VM' }))
    expect(define).toThrow(/Bundle this file and hand the code to a plugin host/)
  })

  test('throws OUTSIDE_VM instead of calling itself for ever when somebody made it a global', () => {
    vi.stubGlobal('definePlugin', definePlugin)
    expect(() => definePlugin({ id: 'guest', title: 'Guest', widgets: {} })).toThrow(
      expect.objectContaining({ code: 'OUTSIDE_VM' }),
    )
  })

  test('hands the VM one factory, for an object as for a function', () => {
    const definition = { id: 'guest', title: 'Guest', initialState: { value: 1 }, widgets: {} }
    expect(defineInVm(() => definePlugin(definition))).toEqual(definition)
    expect(defineInVm(() => definePlugin(() => definition))).toEqual(definition)
  })

  test("hands the VM's own builders to a factory", () => {
    const tools: unknown[] = []
    defineInVm(() =>
      definePlugin((given) => {
        tools.push(given.ui)
        return { id: 'guest', title: 'Guest', widgets: {} }
      }),
    )
    expect(tools).toEqual([ui])
  })

  test('gives render the short names beside the long ones, and nothing to dispatch with', () => {
    const seen: RenderView[] = []
    const { widgets } = defineInVm(() =>
      definePlugin({
        id: 'guest',
        title: 'Guest',
        widgets: {
          main: {
            render(given) {
              seen.push(given)
              return ui.text('fine')
            },
          },
        },
      }),
    )
    expect(widgets['main']?.render(view as unknown as RenderView)).toEqual({ kind: 'text', text: 'fine' })
    expect(seen[0]?.state).toBe(view.pluginState)
    expect(seen[0]?.shared).toBe(view.globalState.shared)
    expect(Object.keys(seen[0] ?? {}).toSorted()).toEqual(['can', 'globalState', 'pluginState', 'shared', 'state'])
  })

  test('keeps a widget as the `this` of its render', () => {
    const widget = {
      label: 'mine',
      render() {
        return ui.text(this.label)
      },
    }
    const { widgets } = defineInVm(() => definePlugin({ id: 'guest', title: 'Guest', widgets: { main: widget } }))
    expect(widgets['main']?.render(view as unknown as RenderView)).toEqual({ kind: 'text', text: 'mine' })
  })

  test.each([
    ['one node', [ui.text('a')], ui.text('a')],
    ['several nodes', [ui.text('a'), null, ['b']], ui.column([ui.text('a'), 'b'])],
    ['none', [], ui.column([])],
  ])('makes a tree of a list of %s', (_what, list, tree) => {
    const { widgets } = defineInVm(() =>
      definePlugin({ id: 'guest', title: 'Guest', widgets: { main: { render: () => list } } }),
    )
    expect(widgets['main']?.render(view as unknown as RenderView)).toEqual(tree)
  })

  test("hands handlers the VM's own dispatch functions, so that source positions stay right", () => {
    const dispatch = { dispatchPluginAction: vi.fn(), dispatchSharedAction: vi.fn(), dispatchSystemCommand: vi.fn() }
    const seen: object[] = []
    const { widgets } = defineInVm(() =>
      definePlugin({
        id: 'guest',
        title: 'Guest',
        widgets: { main: { render: () => ui.text('fine'), handlers: { go: (ctx) => void seen.push(ctx) } } },
      }),
    )
    void widgets['main']?.handlers?.['go']?.({ ...view, ...dispatch } as unknown as HandlerContext, { type: 'press' })
    expect(seen[0]).toMatchObject({ ...view, state: view.pluginState, shared: view.globalState.shared })
    expect(seen[0]).toHaveProperty('dispatchPluginAction', dispatch.dispatchPluginAction)
    expect(seen[0]).toHaveProperty('dispatchSharedAction', dispatch.dispatchSharedAction)
  })

  test('dispatches state/merge for setState, from a patch or from a function of the state', () => {
    const sent: [string, JsonValue | undefined][] = []
    const dispatchPluginAction = (type: string, payload?: JsonValue): void => void sent.push([type, payload])
    const { widgets } = defineInVm(() =>
      definePlugin<{ value: number }>({
        id: 'guest',
        title: 'Guest',
        widgets: {
          main: {
            render: () => ui.text('fine'),
            handlers: {
              set: (ctx) => ctx.setState({ value: 5 }),
              add: (ctx) => ctx.setState((state) => ({ value: state.value + 1 })),
            },
          },
        },
      }),
    )
    const context = { ...view, dispatchPluginAction } as unknown as HandlerContext
    void widgets['main']?.handlers?.['set']?.(context, { type: 'press' })
    void widgets['main']?.handlers?.['add']?.(context, { type: 'press' })
    expect(sent).toEqual([
      ['state/merge', { value: 5 }],
      ['state/merge', { value: 2 }],
    ])
  })

  test('returns what an async handler returns, so that the VM waits for it', async () => {
    const { widgets } = defineInVm(() =>
      definePlugin({
        id: 'guest',
        title: 'Guest',
        widgets: { main: { render: () => ui.text('fine'), handlers: { go: () => Promise.reject(new Error('late')) } } },
      }),
    )
    const answer = widgets['main']?.handlers?.['go']?.(view as unknown as HandlerContext, { type: 'press' })
    await expect(answer).rejects.toThrow('late')
  })

  test('gives tools, hooks and services the short names and setState, and leaves their answers alone', async () => {
    const sent: unknown[][] = []
    const { hooks, services, tools } = defineInVm(() =>
      definePlugin({
        id: 'guest',
        title: 'Guest',
        initialState: { value: 1 },
        widgets: {},
        tools: {
          add: {
            run({ by }: { by: number }, ctx) {
              ctx.setState({ value: ctx.state.value + by })
              return { by, keys: Object.keys(this) }
            },
          },
        },
        hooks: {
          before: (payload, ctx) =>
            ctx.can('writeShared', 'votes') ? { kind: 'replace', payload } : { kind: 'proceed' },
        },
        services: {
          inbox: {
            async handle(event: string, ctx) {
              ctx.setState({ value: 9 })
              return { commands: [{ kind: event }] }
            },
          },
        },
      }),
    )
    const context = {
      ...view,
      dispatchPluginAction: (...args: unknown[]) => sent.push(args),
    } as unknown as HandlerContext
    expect(tools?.['add']?.run({ by: 2 }, context)).toEqual({ by: 2, keys: ['run'] })
    expect(hooks?.['before']?.('mail', context)).toEqual({ kind: 'replace', payload: 'mail' })
    expect(await services?.['inbox']?.handle('mail', context)).toEqual({ commands: [{ kind: 'mail' }] })
    expect(sent).toEqual([
      ['state/merge', { value: 3 }],
      ['state/merge', { value: 9 }],
    ])
  })

  test.each([
    ['no object', 3],
    ['no widgets', { title: 'Guest' }],
    ['a widget that is no object', { title: 'Guest', widgets: { main: null } }],
    ['tools that are no map', { title: 'Guest', tools: 3 }],
    ['a tool that is no object', { title: 'Guest', tools: { go: null } }],
    ['a tool without run', { title: 'Guest', tools: { go: { run: 'nowhere' } } }],
    ['a hook that is no function', { title: 'Guest', hooks: { before: {} } }],
    ['a service without handle', { title: 'Guest', services: { inbox: {} } }],
    ['a widget without render', { title: 'Guest', widgets: { main: { handlers: {} } } }],
  ])("leaves %s to the VM's validator", (_what, definition) => {
    expect(defineInVm(() => definePlugin(definition as unknown as PluginDefinition))).toEqual(definition)
  })

  test("leaves a handler that is no function to the VM's validator", () => {
    const main = { render: () => ui.text('fine'), handlers: { go: 'nowhere' } }
    const definition = { id: 'guest', title: 'Guest', widgets: { main } } as unknown as PluginDefinition
    expect(defineInVm(() => definePlugin(definition)).widgets['main']?.handlers).toEqual({ go: 'nowhere' })
  })
})
