import type { JsonValue } from '@plugboard/contracts'
import { expect } from 'vitest'

import { counterSource, echoSource, pluginWith, rowsSource, throwerSource } from '../../fixtures/guestSources.ts'
import type { RuntimeBehaviour } from './runtimeBehaviour.ts'
import { expectCode, expectUsage } from './runtimeKit.ts'

const SAVED_CONTEXT = `let saved`
const SAVE_HANDLER = `save(ctx) { saved = ctx }, quiet(ctx) { ctx.dispatchPluginAction('quiet') }`

/** Rendering: trees, builders, sharing, limits. */
export const renderBehaviours: readonly RuntimeBehaviour[] = [
  {
    id: 'render-tree',
    title: 'render answers the tree of the widget, with no issues',
    async verify({ load }) {
      const guest = await load(counterSource)
      const { tree, issues, usage } = await guest.render({ pluginState: { value: 7 } })
      expect(tree).toEqual({
        kind: 'column',
        gap: 'sm',
        children: [
          { kind: 'text', key: 'count', text: 'Count: 7' },
          {
            kind: 'row',
            key: 'actions',
            children: [{ kind: 'button', label: 'Add', onPress: { handler: 'increment', args: { by: 1 } } }],
          },
        ],
      })
      expect(issues).toEqual([])
      expectUsage(usage)
      expect(usage.bytesOut).toBeGreaterThan(0)
    },
  },
  {
    id: 'render-plain-nodes',
    title: 'render accepts nodes written by hand, and the global ui',
    async verify({ load }) {
      const byHand = await load(
        "definePlugin(() => ({ id: 'a', title: 'A', widgets: { main: { render() { return { kind: 'text', text: 'a' } } } } }))",
      )
      const byGlobal = await load(
        "definePlugin(() => ({ id: 'a', title: 'A', widgets: { main: { render() { return ui.text('a') } } } }))",
      )
      expect((await byHand.render()).tree).toEqual({ kind: 'text', text: 'a' })
      expect((await byGlobal.render()).tree).toEqual({ kind: 'text', text: 'a' })
    },
  },
  {
    id: 'render-builders',
    title: 'builders flatten children, drop empty ones, wrap text and shorten event references',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          render: `return ui.panel([
            'plain', 7, null, undefined, false, [ui.divider(), [ui.badge('new', { tone: undefined })]],
            ui.button('Go', { onPress: 'go' }),
            ui.stat('Total', 12, { delta: '+3' }),
            ui.input('name', { label: 'Name', onChange: { handler: 'go', args: [1] } }),
            ui.heading('Title', { level: 2 }),
            ui.progress('Work', null),
            ui.alert('warning', 'Careful', { onDismiss: 'go' }),
            ui.list('Things', [{ key: 'a', content: [ui.text('A')] }]),
            ui.table({ caption: 'T', columns: [{ id: 'c', header: 'C' }], rows: [{ key: 'r', cells: { c: 1 } }] }),
          ], { title: 'All' })`,
          handlers: 'go() {}',
        }),
      )
      const { tree, issues } = await guest.render()
      expect(issues).toEqual([])
      expect(tree).toEqual({
        kind: 'panel',
        title: 'All',
        children: [
          { kind: 'text', text: 'plain' },
          { kind: 'text', text: '7' },
          { kind: 'divider' },
          { kind: 'badge', text: 'new' },
          { kind: 'button', label: 'Go', onPress: { handler: 'go' } },
          { kind: 'stat', label: 'Total', value: '12', delta: '+3' },
          { kind: 'input', name: 'name', label: 'Name', onChange: { handler: 'go', args: [1] } },
          { kind: 'heading', text: 'Title', level: 2 },
          { kind: 'progress', label: 'Work', value: null },
          { kind: 'alert', tone: 'warning', title: 'Careful', onDismiss: { handler: 'go' } },
          { kind: 'list', label: 'Things', items: [{ key: 'a', content: [{ kind: 'text', text: 'A' }] }] },
          {
            kind: 'table',
            caption: 'T',
            columns: [{ id: 'c', header: 'C' }],
            rows: [{ key: 'r', cells: { c: 1 } }],
          },
        ],
      })
    },
  },
  {
    id: 'render-view',
    title: 'render sees its own state, itself and the shared domains in the view, and nothing that dispatches',
    async verify({ load }) {
      const guest = await load(echoSource)
      const { tree } = await guest.render({
        pluginState: { a: [1, null, 'ü\u0000'] },
        shared: { weather: { sun: true } },
      })
      const seen = JSON.parse(tree.kind === 'text' ? tree.text : '{}')
      expect(seen).toEqual({
        pluginState: { a: [1, null, 'ü\u0000'] },
        globalState: {
          self: { packageId: 'guest', instanceId: guest.instanceId },
          shared: { weather: { sun: true } },
        },
        keys: ['can', 'globalState', 'pluginState'],
      })
    },
  },
  {
    id: 'render-sharing-whole',
    title: 'two renders of one view answer the same tree object',
    async verify({ load }) {
      const guest = await load(counterSource)
      const first = await guest.render({ pluginState: { value: 1 } })
      const second = await guest.render({ pluginState: { value: 1 } })
      expect(second.tree).toBe(first.tree)
    },
  },
  {
    id: 'render-sharing-parts',
    title: 'after a change only the path to it is new',
    async verify({ load }) {
      const guest = await load(counterSource)
      const first = (await guest.render({ pluginState: { value: 1 } })).tree
      const second = (await guest.render({ pluginState: { value: 2 } })).tree
      if (first.kind !== 'column' || second.kind !== 'column') return expect.fail('the counter draws a column')
      expect(second).not.toBe(first)
      expect(second.children[0]).not.toBe(first.children[0])
      expect(second.children[1]).toBe(first.children[1])
    },
  },
  {
    id: 'render-sharing-keys',
    title: 'keyed children that move stay the same objects',
    async verify({ load }) {
      const guest = await load(rowsSource)
      const rows = (order: readonly string[]): { pluginState: { items: { id: string; label: string }[] } } => ({
        pluginState: { items: order.map((id) => ({ id, label: `row ${id}` })) },
      })
      const first = (await guest.render(rows(['a', 'b', 'c']))).tree
      const second = (await guest.render(rows(['c', 'new', 'a', 'b']))).tree
      if (first.kind !== 'column' || second.kind !== 'column') return expect.fail('the rows are in a column')
      expect(second.children[0]).toBe(first.children[2])
      expect(second.children[2]).toBe(first.children[0])
      expect(second.children[3]).toBe(first.children[1])
    },
  },
  {
    id: 'render-view-copy',
    title: 'a guest that writes to its view changes only its own copy',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          render:
            'try { view.pluginState.list.push(1); view.pluginState.x = 1 } catch {} return ui.text(String(view.pluginState.list.length))',
        }),
      )
      const pluginState = { list: [0] }
      await guest.render({ pluginState })
      await guest.render({ pluginState })
      expect(pluginState).toEqual({ list: [0] })
    },
  },
  {
    id: 'render-view-frozen',
    title: 'what a guest is given is frozen, all the way down',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          before:
            'const isFrozen = (value) => typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen));',
          render: 'return ui.text(`${isFrozen(view.pluginState)} ${isFrozen(view.globalState)}`)',
        }),
      )
      for (const pluginState of [{ list: [{ a: [] }] }, { list: [{ a: [] }, { b: {} }] }, []]) {
        const { tree } = await guest.render({ pluginState, shared: { domain: { list: [1] } } })
        expect(tree).toMatchObject({ text: 'true true' })
      }
    },
  },
  {
    id: 'render-view-sharing',
    title: 'what did not change in a view is the object that the guest was given before',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          before: 'let last = [];',
          render:
            'const { rows } = view.pluginState; const at = rows.map((row) => last.indexOf(row)); last = rows; return ui.text(at.join())',
        }),
      )
      const [a, b, c] = ['a', 'b', 'c'].map((key) => ({ key, parts: [key] }))
      const draw = async (rows: readonly unknown[]): Promise<unknown> =>
        // Rows of JSON.
        (await guest.render({ pluginState: { rows: rows as JsonValue[] } })).tree
      await draw([a, b, c])
      expect(await draw([a, b, c])).toMatchObject({ text: '0,1,2' })
      expect(await draw([c, a, { key: 'b', parts: ['other'] }])).toMatchObject({ text: '2,0,-1' })
    },
  },
  {
    id: 'render-throws',
    title: 'a render that throws is PLUGIN_THREW with its line, and the next render works',
    async verify({ load }) {
      const guest = await load(throwerSource)
      const error = await expectCode(guest.render({ pluginState: 'throw' }), 'PLUGIN_THREW')
      expect(error.message).toContain('RangeError')
      expect(error.message).toContain('render failed on purpose')
      expect(error.source?.line).toBe(8)
      expect((await guest.render()).tree).toEqual({ kind: 'text', text: 'fine' })
    },
  },
  {
    id: 'render-after-invalid',
    title: 'an invalid tree does not touch what later renders share with',
    async verify({ load }) {
      const guest = await load(pluginWith({ render: "return view.pluginState ? ui.row([ui.text('same')]) : null" }))
      const first = await guest.render({ pluginState: true })
      await expectCode(guest.render({ pluginState: false }), 'INVALID_TREE')
      expect((await guest.render({ pluginState: true })).tree).toBe(first.tree)
    },
  },
  {
    id: 'render-unknown-widget',
    title: 'an unknown widget is UNKNOWN_WIDGET, also when its name is one of JavaScript’s own',
    async verify({ load }) {
      const guest = await load(counterSource)
      for (const name of ['other', 'constructor', '__proto__', 'hasOwnProperty', '']) {
        await expectCode(guest.render({}, name), 'UNKNOWN_WIDGET')
      }
    },
  },
  {
    id: 'render-dispatch',
    title: 'a dispatch during render does nothing and is reported, and the widget is still drawn',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          before: SAVED_CONTEXT,
          render:
            "if (saved) { saved.dispatchPluginAction('in-render'); saved.dispatchSharedAction('a', 'in-render') } return ui.text('drawn')",
          handlers: SAVE_HANDLER,
        }),
      )
      await guest.press('save')
      expect(await guest.render()).toMatchObject({
        tree: { kind: 'text', text: 'drawn' },
        rejected: [
          { index: 0, reason: 'dispatch-in-render' },
          { index: 1, reason: 'dispatch-in-render' },
        ],
      })
      const { intents } = await guest.press('quiet')
      expect(intents.map((intent) => (intent.scope === 'plugin' ? intent.actionType : intent.scope))).toEqual(['quiet'])
    },
  },
]
