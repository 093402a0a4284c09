import { pluginWith } from '@plugboard/contract-tests'
import type { UIIssue } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'

import { refusalOf, startVm } from '../../test/vmKit.ts'

const LONG = 'long '.repeat(40)
const CARD = `const card = ui.block((slot) => ui.row([ui.text(slot('text')), ui.text('${LONG}')]));`

const widget = (render: string, handlers = ''): string =>
  `{ render({ pluginState }) { ${render} }, handlers: { ${handlers} } }`
const plugin = (before: string, widgets: string): string =>
  `definePlugin(({ ui }) => { ${before}
 return { title: 'T', widgets: { ${widgets} } } })`

describe('a block', () => {
  test('that was declared while the code ran goes with the definition, and with no answer', async () => {
    const { render } = await startVm(pluginWith({ before: CARD, render: "return card({ text: 'a' })" }))
    const { tree, usage } = render()
    expect(tree).toEqual({
      kind: 'row',
      children: [
        { kind: 'text', text: 'a' },
        { kind: 'text', text: LONG },
      ],
    })
    expect(usage.bytesOut).toBeLessThan(LONG.length)
  })

  test('that was declared later goes with the first answer that uses it, and again after a render that failed', async () => {
    const { press, render } = await startVm(
      plugin(
        'let card',
        `main: ${widget("if (pluginState === null) throw new Error('stop'); return card === undefined ? ui.text('none') : card({ text: pluginState })", `declare() { ${CARD.replace('const card', 'card')} }`)}`,
      ),
    )
    expect(render('a').tree).toEqual({ kind: 'text', text: 'none' })
    press('declare')
    expect(render('a').usage.bytesOut).toBeGreaterThan(LONG.length)
    expect(render('b').usage.bytesOut).toBeLessThan(LONG.length)
    refusalOf(() => render(null))
    expect(render('b').usage.bytesOut).toBeGreaterThan(LONG.length)
  })

  test('is right or wrong by the handlers of the widget that draws it', async () => {
    const before = "const go = ui.block((slot) => ui.button(slot('label'), { onPress: 'go' }))"
    const draw = "return go({ label: 'Go' })"
    const { render } = await startVm(plugin(before, `main: ${widget(draw, 'go() {}')}, other: ${widget(draw)}`))
    const issuesOf = (id: string): readonly UIIssue[] => render(null, id).issues
    for (let time = 0; time < 2; time += 1) {
      expect(issuesOf('main')).toEqual([])
      expect(issuesOf('other')).toHaveLength(1)
    }
  })

  test.each(['String(slot("a"))', '`is ${slot("a")}`', 'slot("a") + 1', '["is", slot("a")].join(" ")'])(
    'says so when its template reads what is no value yet: %s',
    async (text) => {
      const { message, code } = await startVm(pluginWith({ before: `ui.block((slot) => ui.text(${text}))` })).then(
        () => ({ message: 'loaded', code: '' }),
        (error: { message: string; code: string }) => error,
      )
      expect(code).toBe('PLUGIN_THREW')
      expect(message).toContain('a slot has no text yet')
    },
  )

  test.each([
    ['too many', 'for (let n = 0; n < 1001; n += 1) ui.block(() => ui.divider())'],
    [
      'too large ones',
      "const text = 'x'.repeat(300_000); for (let n = 0; n < 3; n += 1) ui.block(() => ui.text(text)); ui.block(() => ui.text(text))",
    ],
  ])('is refused with the plugin that declares %s', async (_, before) => {
    const started = startVm(pluginWith({ before }), { limits: { bytesOut: 16 * 1024 * 1024 } })
    await expect(started).rejects.toMatchObject({
      code: 'INVALID_PLUGIN',
      message: expect.stringContaining('declares more than 1000 blocks, or too large ones'),
    })
  })
})
