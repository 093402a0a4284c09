import type { ButtonNode, DialogNode } from '@plugboard/contracts'
import { expect } from 'vitest'

import type { KindBehaviour, KindBehaviours } from './mountedKind.ts'

const go: ButtonNode = { kind: 'button', label: 'Go', onPress: { handler: 'go' } }

const button: readonly KindBehaviour[] = [
  {
    id: 'button/keys',
    title: 'is a button, is reached with Tab, and is pressed by Enter and by Space',
    async verify({ keyboard, one, seeFocusOn, sent, showTree }) {
      showTree(go)
      const element = await one('button', { name: 'Go' })
      await keyboard('{Tab}')
      await seeFocusOn(element)
      await keyboard('{Enter}')
      await keyboard(' ')
      await sent(['go', { type: 'press' }], ['go', { type: 'press' }])
    },
  },
  {
    id: 'button/name',
    title: 'keeps its label as name when only its icon is seen, and is called otherwise by an a11y label',
    async verify({ one, showTree }) {
      showTree({ kind: 'column', children: [{ ...go, label: 'Delete', icon: 'trash', iconOnly: true }] })
      await one('button', { name: 'Delete' })
      showTree({ kind: 'column', children: [{ ...go, label: '+', a11y: { label: 'Add one' } }] })
      await one('button', { name: 'Add one' })
    },
  },
  {
    id: 'button/disabled',
    title: 'that is disabled says so and is not pressed',
    async verify({ emitted, one, pressOn, showTree }) {
      showTree({ ...go, disabled: true })
      await pressOn(await one('button', { name: 'Go', disabled: true }), '{Enter} ')
      expect(emitted).toEqual([])
    },
  },
  {
    id: 'button/busy',
    title: 'that becomes busy keeps the focus, says so and is not pressed',
    async verify({ emitted, keyboard, one, seeFocusOn, showTree }) {
      showTree(go)
      const element = await one('button', { name: 'Go' })
      element.focus()
      showTree({ ...go, busy: true })
      await expect.poll(() => element.getAttribute('aria-busy')).toBe('true')
      await keyboard('{Enter} ')
      await seeFocusOn(element)
      expect(emitted).toEqual([])
    },
  },
  {
    id: 'button/confirm',
    title: 'with a question sends nothing before it is answered; Escape takes it back, and the focus with it',
    async verify({ emitted, keyboard, none, one, pressOn, seeFocusOn, seeText, sent, showTree }) {
      showTree({ ...go, confirm: { title: 'Delete all?', text: 'For good.', confirmLabel: 'Delete them' } })
      const element = await one('button', { name: 'Go' })
      await pressOn(element, '{Enter}')
      await seeText('Delete all?')
      await one('button', { name: 'Delete them' })
      await keyboard('{Escape}')
      await none('button', { name: 'Delete them' })
      await seeFocusOn(await one('button', { name: 'Go' }))
      expect(emitted).toEqual([])
      await keyboard('{Enter}')
      await pressOn(await one('button', { name: 'Delete them' }), '{Enter}')
      await sent(['go', { type: 'press' }])
    },
  },
]

const alert: readonly KindBehaviour[] = [
  {
    id: 'alert/urgency',
    title: 'is announced politely, and at once only when it is critical',
    async verify({ none, one, showTree }) {
      showTree({ kind: 'column', children: [{ kind: 'alert', key: 'a', tone: 'warning', title: 'Nearly full' }] })
      expect((await one('status')).textContent).toContain('Nearly full')
      await none('alert')
      showTree({ kind: 'column', children: [{ kind: 'alert', key: 'b', tone: 'critical', title: 'Full' }] })
      expect((await one('alert')).textContent).toContain('Full')
    },
  },
  {
    id: 'alert/buttons',
    title: 'has its action and its dismissal as buttons',
    async verify({ one, pressOn, sent, showTree }) {
      showTree({
        kind: 'alert',
        tone: 'accent',
        title: 'News',
        action: { label: 'Show', onPress: { handler: 'show' } },
        onDismiss: { handler: 'dismiss' },
      })
      await pressOn(await one('button', { name: 'Show' }), '{Enter}')
      await pressOn(await one('button', { name: /dismiss|close/i }), ' ')
      await sent(['show', { type: 'press' }], ['dismiss', { type: 'close' }])
    },
  },
]

const empty: readonly KindBehaviour[] = [
  {
    id: 'empty/heading',
    title: 'has its title as a heading and its action as a button',
    async verify({ one, pressOn, sent, showTree }) {
      showTree({
        kind: 'empty',
        title: 'No orders yet',
        action: { label: 'Show the shop', onPress: { handler: 'open' } },
      })
      await one('heading', { name: 'No orders yet' })
      await pressOn(await one('button', { name: 'Show the shop' }), '{Enter}')
      await sent(['open', { type: 'press' }])
    },
  },
]

const dialog: readonly KindBehaviour[] = [
  {
    id: 'dialog/modal',
    title: 'takes the focus of a widget that has it, keeps it inside, and gives it back',
    async verify({ focused, keyboard, none, one, oneOf, pressOn, seeFocusOn, showTree }) {
      const opener: ButtonNode = { kind: 'button', key: 'opener', label: 'Open', onPress: { handler: 'open' } }
      const tree = (open: boolean) => ({ kind: 'column', children: [opener, dialogNode(open)] }) as const
      showTree(tree(false))
      const outside = await one('button', { name: 'Open' })
      await pressOn(outside, '{Enter}')
      await none('dialog')
      showTree(tree(true))
      await oneOf(['dialog', 'alertdialog'], { name: 'Delete?' })
      const keep = await one('button', { name: 'Keep' })
      // Round and round, both ways, and never out.
      keep.focus()
      for (const keys of ['{Tab}', '{Tab}', '{Tab}', '{Shift>}{Tab}{/Shift}', '{Shift>}{Tab}{/Shift}']) {
        await keyboard(keys)
        expect(await focused()).not.toBe(outside)
      }
      // What is behind it is out of reach.
      outside.focus()
      expect(await focused()).not.toBe(outside)
      showTree(tree(false))
      await none('dialog')
      await seeFocusOn(await one('button', { name: 'Open' }))
    },
  },
  {
    id: 'dialog/escape',
    title: 'asks to be closed by Escape, and is closed by the plugin',
    async verify({ one, oneOf, pressOn, sent, showTree }) {
      showTree(dialogNode(true))
      await oneOf(['dialog', 'alertdialog'], { name: 'Delete?' })
      await pressOn(await one('button', { name: 'Keep' }), '{Escape}')
      await sent(['close', { type: 'close' }])
      await oneOf(['dialog', 'alertdialog'], { name: 'Delete?' })
    },
  },
]

function dialogNode(open: boolean): DialogNode {
  return {
    kind: 'dialog',
    title: 'Delete?',
    open,
    onClose: { handler: 'close' },
    children: [{ kind: 'text', text: 'It is gone then.' }],
    footer: [{ kind: 'button', label: 'Keep', onPress: { handler: 'keep' } }],
  }
}

export const actionKinds: KindBehaviours<'alert' | 'button' | 'dialog' | 'empty'> = { alert, button, dialog, empty }
