import { pluginWith } from '@plugboard/contract-tests'
import { describe, expect, test } from 'vitest'

import { refusalOf, startVm } from '../../test/vmKit.ts'

const handlers = (source: string, before = ''): string => pluginWith({ before, handlers: source })

describe('jobs', () => {
  test('what the code awaits runs before its definition is asked for', async () => {
    const { vm } = await startVm(`(async () => { await null; ${pluginWith({ id: 'late' })} })()`)
    expect(vm.loaded.declaredId).toBe('late')
  })

  test('what a handler awaits runs within its call, and its intents count', async () => {
    const { press } = await startVm(
      handlers(`async go(ctx) {
        ctx.dispatchPluginAction('before')
        for (let turn = 0; turn < 200; turn += 1) await null
        ctx.dispatchPluginAction('after')
      },
      loose(ctx) { Promise.resolve().then(() => ctx.dispatchPluginAction('loose')) }`),
    )
    expect(press('go').intents.map((intent) => 'actionType' in intent && intent.actionType)).toEqual([
      'before',
      'after',
    ])
    expect(press('loose').intents).toMatchObject([{ actionType: 'loose' }])
  })

  test('an async handler that fails applies nothing', async () => {
    const { press } = await startVm(
      handlers("async go(ctx) { ctx.dispatchPluginAction('first'); await null; throw new TypeError('late') }"),
    )
    expect(refusalOf(() => press('go'))).toMatchObject({
      code: 'PLUGIN_THREW',
      message: expect.stringContaining('TypeError: late'),
    })
  })

  test('a promise that never settles is an error, not a wait', async () => {
    const { vm, press } = await startVm(
      handlers(
        "async go(ctx) { ctx.dispatchPluginAction('first'); await new Promise(() => {}) }, thenable() { return { then() {} } }",
      ),
    )
    for (const handler of ['go', 'thenable']) {
      expect(refusalOf(() => press(handler))).toMatchObject({
        code: 'PLUGIN_THREW',
        message: expect.stringContaining('never settles'),
      })
    }
    expect(vm.fatal).toBeNull()
  })

  test('what is dispatched after its call ended is dropped, also while another call is open', async () => {
    const { press } = await startVm(
      handlers(
        `keep(ctx) { release = () => ctx.dispatchPluginAction('late') },
use(ctx) { release(); ctx.dispatchPluginAction('own') },
async wait(ctx) { const waiting = new Promise((resolve) => { wake = resolve }); waiting.then(() => ctx.dispatchPluginAction('late')) },
wakeUp(ctx) { wake(); ctx.dispatchPluginAction('own') }`,
        'let release, wake;',
      ),
    )
    press('keep')
    expect(press('use').intents).toMatchObject([{ actionType: 'own' }])
    press('wait')
    expect(press('wakeUp').intents).toMatchObject([{ actionType: 'own' }])
    expect(press('wakeUp').intents).toHaveLength(1)
  })

  test('nothing is left for the next call: a render’s jobs run in the render', async () => {
    const { render } = await startVm(
      pluginWith({
        before: 'let jobs = 0;',
        render: "Promise.resolve().then(() => { jobs += 1 }); return ui.text('jobs ' + jobs)",
      }),
    )
    expect(render().tree).toMatchObject({ text: 'jobs 0' })
    expect(render().tree).toMatchObject({ text: 'jobs 1' })
  })

  test('jobs of a call that failed run on its own bill too', async () => {
    const { press } = await startVm(
      handlers(
        "fail() { Promise.resolve().then(() => { jobs += 1 }); throw new Error('x') }, count(ctx) { ctx.dispatchPluginAction('jobs', jobs) }",
        'let jobs = 0;',
      ),
    )
    refusalOf(() => press('fail'))
    expect(press('count').intents[0]?.payload).toBe(1)
  })

  test('a job that throws, and a rejection that nobody handles, end nothing', async () => {
    const { press } = await startVm(
      handlers(`go(ctx) {
        Promise.reject(new Error('unhandled'))
        Promise.resolve().then(() => { throw new Error('in a job') })
        Promise.resolve().then(() => ctx.dispatchPluginAction('still'))
      }`),
    )
    expect(press('go').intents).toMatchObject([{ actionType: 'still' }])
  })

  test('a thenable settles once: what it says later or twice is not heard', async () => {
    const { press } = await startVm(
      handlers(`twice(ctx) { ctx.dispatchPluginAction('a'); return { then(yes, no) { yes(); no(new Error('late')); yes() } } },
failing() { return { then(yes, no) { no('first'); yes() } } },
scalar() { return 7 }, plain() { return {} }`),
    )
    expect(press('twice').intents).toHaveLength(1)
    expect(refusalOf(() => press('failing')).message).toContain('threw first')
    expect(press('scalar').intents).toEqual([])
    expect(press('plain').intents).toEqual([])
  })

  test('dispatchGlobalAction throws and names its successor', async () => {
    const { press } = await startVm(
      handlers(
        'go(ctx) { try { ctx.dispatchGlobalAction("x") } catch (error) { ctx.dispatchPluginAction(error.code, error.message) } }',
      ),
    )
    expect(press('go').intents).toMatchObject([
      { actionType: 'UNSUPPORTED_DISPATCH', payload: expect.stringContaining('dispatchSharedAction') },
    ])
  })

  test('a thousand calls leave nothing behind in the engine', async () => {
    const { vm, press, render } = await startVm(
      pluginWith({
        render: "return ui.column([ui.text('x')])",
        handlers: `async go(ctx) { await null; ctx.dispatchPluginAction('go', { a: 1 }) },
fail() { throw new Error('x') }, late() { return new Promise(() => {}) }`,
      }),
      { limits: { logLinesPerSecond: 1 } },
    )
    const turn = (): void => {
      press('go')
      render()
      refusalOf(() => press('fail'))
      refusalOf(() => press('late'))
    }
    for (let warm = 0; warm < 20; warm += 1) turn()
    const before = vm.countObjects()
    for (let call = 0; call < 250; call += 1) turn()
    expect(vm.countObjects()).toBeLessThanOrEqual(before + 5)
  })

  test('a job that only the reading of a rejection makes runs within its call, not in the next one', async () => {
    const { press, render } = await startVm(
      pluginWith({
        before: 'let seen = 0',
        render: 'return ui.text(String(seen))',
        handlers: `async fail() {
          await null
          throw { get message() { Promise.resolve().then(() => { seen += 1 }); return 'late' } }
        }`,
      }),
    )
    expect(refusalOf(() => press('fail')).code).toBe('PLUGIN_THREW')
    expect(render().tree).toMatchObject({ text: '1' })
  })
})
