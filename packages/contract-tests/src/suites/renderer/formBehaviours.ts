import type { FieldNode, FormNode, UIEvent, UINode } from '@plugboard/contracts'
import { expect } from 'vitest'

import type { RendererBehaviour, RendererKit } from './mountedWidget.ts'

const options = ['a', 'b', 'c'].map((value) => ({ value, label: `Option ${value}` }))
const send: UINode = { kind: 'button', key: 'send', label: 'Send', submit: true }
const input = (name: string, parts: object = {}): UINode => ({ kind: 'input', name, label: name, ...parts })

function form(children: readonly UINode[], parts: Partial<FormNode> = {}): FormNode {
  return { kind: 'form', name: 'order', onSubmit: { handler: 'submit', args: 7 }, children, ...parts }
}

function events({ source }: RendererKit): readonly UIEvent[] {
  return source.emitted.map(({ event }) => event)
}

/** The values that forms were sent with. */
function sentValues(kit: RendererKit): readonly unknown[] {
  return events(kit).flatMap((event) => (event.type === 'submit' ? event.values : []))
}

/** What is found wrong with values, and what is not: a plugin gets the same whoever draws its form. */
const VALUES: readonly (readonly [Partial<FieldNode>, value: string, isSent: boolean])[] = [
  [{ type: 'number' }, '0.5', true],
  [{ type: 'number' }, '0x10', false],
  [{ type: 'number', step: 0.5, min: 1 }, '1.25', false],
  [{ type: 'number', max: 3 }, '4', false],
  [{ type: 'email' }, 'a@b', true],
  [{ type: 'email' }, 'nobody', false],
  [{ type: 'url' }, 'example.com', false],
  [{ type: 'url' }, 'https://example.com', true],
]

/** Forms: what they send, and when they are not sent. */
export const formBehaviours: readonly RendererBehaviour[] = [
  {
    id: 'form-values',
    title: 'a form sends the values of its fields in one event, tabs among them, and of nothing switched off',
    async verify(kit) {
      kit.showTree(
        form([
          input('city', { value: 'Oslo' }),
          { kind: 'checkbox', name: 'gift', label: 'Gift' },
          { kind: 'select', name: 'many', label: 'Many', multiple: true, options },
          {
            kind: 'tabs',
            name: 'view',
            label: 'View',
            tabs: [
              { id: 'first', label: 'First', children: [] },
              { id: 'second', label: 'Second', children: [input('unseen', { value: 'kept' })] },
            ],
          },
          input('off', { disabled: true, required: true }),
          send,
        ]),
      )
      await kit.seeText('Send')
      await kit.view.toggle('Gift')
      for (const label of ['Option c', 'Option a']) await kit.view.choose('Many', label)
      await kit.view.press('Send')
      await expect
        .poll(() => events(kit))
        .toEqual([
          {
            type: 'submit',
            name: 'order',
            args: 7,
            values: { city: 'Oslo', gift: true, many: ['a', 'c'], view: 'first', unseen: 'kept' },
          },
        ])
    },
  },
  {
    id: 'form-own-fields',
    title: 'a form leaves fields of a form inside it, of a closed dialog and of what is not drawn to themselves',
    async verify(kit) {
      const required = { required: true }
      kit.showTree(
        form([
          input('own'),
          form([input('inner', required), { ...send, label: 'Send the inner one' }], { name: 'inner' }),
          {
            kind: 'dialog',
            title: 'Closed',
            open: false,
            onClose: { handler: 'close' },
            children: [input('closed', required)],
          },
          {
            kind: 'custom',
            component: 'nobody/Has-this',
            slots: { body: [input('slot', required)] },
            fallback: [input('fallback')],
          },
          send,
        ]),
      )
      await kit.seeText('Send')
      await kit.view.press('Send')
      await expect.poll(() => sentValues(kit)).toEqual([{ own: '', fallback: '' }])
    },
  },
  {
    id: 'form-press-first',
    title: 'a button that sends its form is pressed first, and a press has the key of the button',
    async verify(kit) {
      kit.showTree(form([{ ...send, onPress: { handler: 'press' } }]))
      await kit.seeText('Send')
      await kit.view.press('Send')
      await expect
        .poll(() => events(kit))
        .toEqual([
          { type: 'press', key: 'send' },
          { type: 'submit', name: 'order', values: {}, args: 7 },
        ])
    },
  },
  {
    id: 'form-busy',
    title: 'a form that is busy is not sent',
    async verify(kit) {
      kit.showTree(form([send], { busy: true }))
      await kit.seeText('Send')
      await kit.view.press('Send')
      kit.showTree(form([send, { kind: 'text', text: 'idle' }]))
      await kit.seeText('idle')
      await kit.view.press('Send')
      await expect.poll(() => sentValues(kit)).toEqual([{}])
    },
  },
  {
    id: 'form-values-checked',
    title: 'a form is sent with the numbers, mail addresses and web addresses that the host finds right, and no others',
    async verify(kit) {
      for (const [index, [parts, value, isSent]] of VALUES.entries()) {
        const name = `field-${index}`
        kit.showTree(form([input(name, { ...parts, value }), send], { key: name }))
        await kit.seeText(name)
        const before = sentValues(kit).length
        await kit.view.press('Send')
        if (isSent) await expect.poll(() => sentValues(kit).at(-1), { message: value }).toEqual({ [name]: value })
        else expect(sentValues(kit), value).toHaveLength(before)
      }
    },
  },
  {
    id: 'form-read-only',
    title: 'what a person cannot change keeps no form from being sent',
    async verify(kit) {
      kit.showTree(form([input('count', { type: 'number', value: 'none', readOnly: true }), send]))
      await kit.seeText('Send')
      await kit.view.press('Send')
      await expect.poll(() => sentValues(kit)).toEqual([{ count: 'none' }])
    },
  },
  {
    id: 'form-fault-told',
    title: 'what is wrong with a field is told until the person changes it',
    async verify(kit) {
      kit.showTree(form([input('city', { required: true }), send]))
      await kit.seeText('Send')
      const before = await kit.view.text()
      await kit.view.press('Send')
      await expect.poll(() => kit.view.text()).not.toBe(before)
      expect(sentValues(kit)).toEqual([])
      await kit.view.change('city', 'Oslo')
      await kit.view.press('Send')
      await expect.poll(() => sentValues(kit)).toEqual([{ city: 'Oslo' }])
    },
  },
  {
    id: 'form-fault-over',
    title: 'what was wrong with a field is told no more once another tree asks for something else',
    async verify(kit) {
      const tree = (required: boolean): UINode => form([input('city', { required }), send])
      kit.showTree(tree(false))
      await kit.seeText('Send')
      const fine = await kit.view.text()
      kit.showTree(tree(true))
      await kit.view.press('Send')
      await expect.poll(() => kit.view.text()).not.toBe(fine)
      kit.showTree(tree(false))
      await expect.poll(() => kit.view.text()).toBe(fine)
    },
  },
]
