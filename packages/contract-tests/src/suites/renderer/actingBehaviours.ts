import type { UINode } from '@plugboard/contracts'
import { expect } from 'vitest'

import type { RendererBehaviour, RendererKit } from './mountedWidget.ts'

const column = (...children: readonly UINode[]): UINode => ({ kind: 'column', children })

/** The events that were sent, without the address; waits until there are `count`. */
async function sent({ source, widget }: RendererKit, count: number): Promise<readonly unknown[]> {
  await expect.poll(() => source.emitted.length).toBeGreaterThanOrEqual(count)
  for (const event of source.emitted) expect(event).toMatchObject(widget)
  return source.emitted.map(({ handler, event }) => ({ handler, event }))
}

const field = { kind: 'input', name: 'city', label: 'City', onChange: { handler: 'change', args: 1 } } as const

/** What is done: events out, fields, leases. */
export const actingBehaviours: readonly RendererBehaviour[] = [
  {
    id: 'press-button',
    title: 'a press sends the handler and args of the button',
    async verify(kit) {
      kit.showTree({ kind: 'button', label: 'Add', onPress: { handler: 'add', args: { by: [1] } } })
      await kit.seeText('Add')
      await kit.view.press('Add')
      expect(await sent(kit, 1)).toEqual([
        { handler: 'add', event: expect.objectContaining({ type: 'press', args: { by: [1] } }) },
      ])
    },
  },
  {
    id: 'press-no-args',
    title: 'an event reference without args sends none',
    async verify(kit) {
      kit.showTree({ kind: 'button', label: 'Add', onPress: { handler: 'add' } })
      await kit.seeText('Add')
      await kit.view.press('Add')
      const [first] = (await sent(kit, 1)) as { event: object }[]
      expect(first?.event).not.toHaveProperty('args')
    },
  },
  {
    id: 'press-disabled',
    title: 'a button that is disabled, busy or without a handler sends nothing',
    async verify(kit) {
      kit.showTree(
        column(
          { kind: 'button', label: 'Off', disabled: true, onPress: { handler: 'off' } },
          { kind: 'button', label: 'Working', busy: true, onPress: { handler: 'working' } },
          { kind: 'button', label: 'Idle' },
          { kind: 'button', label: 'On', onPress: { handler: 'on' } },
        ),
      )
      await kit.seeText('On')
      for (const label of ['Off', 'Working', 'Idle', 'On']) await kit.view.press(label)
      expect(await sent(kit, 1)).toEqual([{ handler: 'on', event: expect.objectContaining({ type: 'press' }) }])
    },
  },
  {
    id: 'press-latest',
    title: 'a press goes to the handler of the tree that is shown',
    async verify(kit) {
      kit.showTree(column({ kind: 'button', label: 'Go', onPress: { handler: 'first' } }))
      await kit.seeText('Go')
      kit.showTree(
        column({ kind: 'button', label: 'Go', onPress: { handler: 'second' } }, { kind: 'text', text: 'new' }),
      )
      await kit.seeText('new')
      await kit.view.press('Go')
      expect(await sent(kit, 1)).toMatchObject([{ handler: 'second' }])
    },
  },
  {
    id: 'press-item',
    title: 'an item of a list sends its key',
    async verify(kit) {
      kit.showTree({
        kind: 'list',
        label: 'Tasks',
        items: [
          { key: 'a', onPress: { handler: 'open', args: 1 }, content: [{ kind: 'text', text: 'Plants' }] },
          { key: 'b', content: [{ kind: 'text', text: 'Dishes' }] },
        ],
      })
      await kit.seeText('Dishes')
      await kit.view.press('Plants')
      expect(await sent(kit, 1)).toEqual([{ handler: 'open', event: { type: 'press', key: 'a', args: 1 } }])
    },
  },
  {
    id: 'press-alert',
    title: 'the action of an alert is pressed like a button',
    async verify(kit) {
      kit.showTree({
        kind: 'alert',
        tone: 'warning',
        title: 'Nearly full',
        action: { label: 'Show them', onPress: { handler: 'show', args: 2 } },
      })
      await kit.seeText('Show them')
      await kit.view.press('Show them')
      expect(await sent(kit, 1)).toEqual([
        { handler: 'show', event: expect.objectContaining({ type: 'press', args: 2 }) },
      ])
    },
  },
  {
    id: 'change-field',
    title: 'typing sends change with name, value and a revision that rises',
    async verify(kit) {
      kit.showTree(column({ ...field, notify: 'input' }))
      await kit.seeText('City')
      await kit.view.change('City', 'Kyōto')
      await kit.view.change('City', 'Oslo')
      await expect
        .poll(() => kit.source.emitted.at(-1)?.event)
        .toMatchObject({ type: 'change', name: 'city', value: 'Oslo', args: 1 })
      const revisions = kit.source.emitted.map(({ event }) => (event.type === 'change' ? event.rev : -1))
      expect(revisions).toEqual(revisions.toSorted((left, right) => left - right))
      expect(new Set(revisions).size).toBe(revisions.length)
      expect(kit.source.emitted.every(({ handler }) => handler === 'change')).toBe(true)
    },
  },
  {
    id: 'change-last-arrives',
    title: 'with any notify, the last value arrives once the field was left',
    async verify(kit) {
      for (const notify of ['commit', 'pause', 'input'] as const) {
        kit.showTree(column({ ...field, key: notify, name: notify, label: notify, notify }))
        await kit.seeText(notify)
        await kit.view.change(notify, 'final')
        await kit.view.leave(notify)
        await expect
          .poll(() => kit.source.emitted.findLast(({ event }) => event.type === 'change')?.event)
          .toMatchObject({ name: notify, value: 'final' })
      }
    },
  },
  {
    id: 'commit-field',
    title: 'leaving a field sends commit with what it holds',
    async verify(kit) {
      kit.showTree(column({ kind: 'input', name: 'city', label: 'City', onCommit: { handler: 'commit' } }))
      await kit.seeText('City')
      await kit.view.change('City', 'Bergen')
      await kit.view.leave('City')
      expect(await sent(kit, 1)).toEqual([
        { handler: 'commit', event: expect.objectContaining({ type: 'commit', name: 'city', value: 'Bergen' }) },
      ])
    },
  },
  {
    id: 'field-keeps-typing',
    title: 'a tree that has not seen the latest typing does not overwrite it',
    async verify(kit) {
      kit.showTree(column({ ...field, value: '', notify: 'input' }))
      await kit.seeText('City')
      await kit.view.change('City', 'Trondheim')
      await sent(kit, 1)
      kit.showTree(column({ ...field, value: 'T', notify: 'input' }, { kind: 'text', text: 'late tree' }))
      await kit.seeText('late tree')
      expect(await kit.view.value('City')).toBe('Trondheim')
    },
  },
  {
    id: 'field-accepts-value',
    title: 'a tree that has seen everything that was typed decides what the field holds',
    async verify(kit) {
      kit.showTree(column({ ...field, value: '', notify: 'input' }))
      await kit.seeText('City')
      await kit.view.change('City', 'oslo')
      await sent(kit, 1)
      const last = kit.source.emitted.at(-1)?.event
      const rev = last?.type === 'change' ? last.rev : 0
      kit.show({ tree: column({ ...field, value: 'OSLO', notify: 'input' }), acknowledged: { city: rev } })
      await expect.poll(() => kit.view.value('City')).toBe('OSLO')
    },
  },
  {
    id: 'draws-silently',
    title: 'drawing and updating send nothing',
    async verify(kit) {
      kit.showTree(column({ ...field, value: 'a' }, { kind: 'button', label: 'Go', onPress: { handler: 'go' } }))
      await kit.seeText('Go')
      kit.showTree(column({ ...field, value: 'b' }, { kind: 'text', text: 'updated' }))
      await kit.seeText('updated')
      expect(kit.source.emitted).toEqual([])
    },
  },
  {
    id: 'lease',
    title: 'a mounted widget holds one lease and listens; unmounted it holds none and hears nothing',
    async verify(kit) {
      kit.showTree({ kind: 'text', text: 'mounted' })
      await kit.seeText('mounted')
      await expect.poll(() => kit.source.leaseCount).toBe(1)
      expect(kit.source.listenerCount).toBeGreaterThanOrEqual(1)
      await kit.view.unmount()
      await expect.poll(() => kit.source.leaseCount).toBe(0)
      expect(kit.source.listenerCount).toBe(0)
      kit.showTree({ kind: 'text', text: 'nobody looks' })
    },
  },
]
