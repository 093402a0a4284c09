import type { UINode } from '@plugboard/contracts'
import { expect } from 'vitest'

import type { KindBehaviour, KindBehaviours, KindElement, KindKit } from './mountedKind.ts'

const onChange = { handler: 'change' }

/** The newest value that was sent for a field. */
async function seeValue({ emitted }: KindKit, value: unknown): Promise<void> {
  const newest = (): unknown => emitted.findLast(({ event }) => event.type === 'change')?.event
  await expect.poll(newest).toMatchObject({ type: 'change', value })
}

function isRequired(element: KindElement): boolean {
  return element.getAttribute('required') !== null || element.getAttribute('aria-required') === 'true'
}

const input: readonly KindBehaviour[] = [
  {
    id: 'input/roles',
    title: 'is named by its label, seen or not, and has the role of its type',
    async verify({ oneOf, showTree }) {
      const roles = {
        text: ['textbox'],
        email: ['textbox'],
        url: ['textbox'],
        search: ['searchbox', 'textbox'],
        // A text box that takes digits keeps what was typed as it was typed.
        number: ['spinbutton', 'textbox'],
      } as const
      for (const [type, possible] of Object.entries(roles)) {
        // As listed above.
        const node = { kind: 'input', name: type, label: `The ${type}`, hideLabel: true, type: type as 'text' } as const
        showTree({ kind: 'column', children: [{ ...node, key: type }] })
        await oneOf(possible, { name: `The ${type}` })
      }
    },
  },
  {
    id: 'input/states',
    title: 'says that it is required, wrong and disabled, and has its help and error as description',
    async verify({ one, seeText, showTree }) {
      const node = { kind: 'input', name: 'city', label: 'City' } as const
      showTree({
        kind: 'column',
        children: [{ ...node, required: true, help: 'Where you live.', error: 'Too short.' }],
      })
      const element = await one('textbox', { name: /^City/ })
      expect(isRequired(element)).toBe(true)
      expect(element.getAttribute('aria-invalid')).toBe('true')
      expect(element.getAttribute('aria-describedby') ?? element.getAttribute('aria-description')).toBeTruthy()
      await seeText('Where you live.')
      await seeText('Too short.')
      showTree({ kind: 'column', children: [{ ...node, disabled: true }] })
      await one('textbox', { name: 'City', disabled: true })
    },
  },
  {
    id: 'input/typing',
    title: 'sends what is typed, and commits it on Enter and on leaving',
    async verify(kit) {
      const { keyboard, one, pressOn, showTree } = kit
      showTree({ kind: 'input', name: 'city', label: 'City', notify: 'input', onChange })
      await pressOn(await one('textbox', { name: 'City' }), 'Oslo')
      await seeValue(kit, 'Oslo')
      showTree({ kind: 'input', name: 'town', key: 'town', label: 'Town', onCommit: { handler: 'commit' } })
      await pressOn(await one('textbox', { name: 'Town' }), 'Voss{Enter}')
      const commits = (): readonly unknown[] => kit.emitted.filter(({ handler }) => handler === 'commit')
      await expect.poll(() => commits().length).toBe(1)
      expect(commits()).toMatchObject([{ event: { type: 'commit', value: 'Voss' } }])
      await keyboard('a')
      await keyboard('{Tab}')
      await expect.poll(() => commits().at(-1)).toMatchObject({ event: { value: 'Vossa' } })
    },
  },
]

const textarea: readonly KindBehaviour[] = [
  {
    id: 'textarea/lines',
    title: 'is a text box that takes lines',
    async verify(kit) {
      kit.showTree({ kind: 'textarea', name: 'note', label: 'Note', notify: 'input', onChange })
      await kit.pressOn(await kit.one('textbox', { name: 'Note' }), 'one{Enter}two')
      await seeValue(kit, 'one\ntwo')
    },
  },
]

const select: readonly KindBehaviour[] = [
  {
    id: 'select/keys',
    title: 'is named by its label, and a letter chooses the option that begins with it',
    async verify(kit) {
      const options = ['Apple', 'Pear', 'Quince'].map((label) => ({ value: label.toLowerCase(), label }))
      kit.showTree({ kind: 'select', name: 'fruit', label: 'Fruit', value: 'apple', options, onChange })
      await kit.pressOn(await kit.one('combobox', { name: 'Fruit' }), 'q')
      await seeValue(kit, 'quince')
    },
  },
]

/** Checkboxes and switches: on or off, by Space. */
function toggle(kind: 'checkbox' | 'switch'): KindBehaviour {
  return {
    id: `${kind}/keys`,
    title: 'is named by its label, and Space turns it on and off before the plugin has answered',
    async verify(kit) {
      const node: UINode = { kind, name: 'mail', label: 'Send mail', checked: false, onChange }
      kit.showTree(node)
      const element = await kit.one(kind, { name: 'Send mail', checked: false })
      await kit.keyboard('{Tab}')
      await kit.seeFocusOn(element)
      await kit.keyboard(' ')
      await kit.one(kind, { name: 'Send mail', checked: true })
      await seeValue(kit, true)
      await kit.keyboard(' ')
      await kit.one(kind, { name: 'Send mail', checked: false })
      await seeValue(kit, false)
    },
  }
}

const checkbox: readonly KindBehaviour[] = [
  toggle('checkbox'),
  {
    id: 'checkbox/mixed',
    title: 'may be neither on nor off',
    async verify({ none, one, showTree }) {
      showTree({ kind: 'checkbox', name: 'all', label: 'All', checked: 'mixed', onChange })
      await one('checkbox', { name: 'All' })
      for (const checked of [true, false]) await none('checkbox', { name: 'All', checked })
    },
  },
]

const radio: readonly KindBehaviour[] = [
  {
    id: 'radio/keys',
    title: 'is a named group with one tab stop, in which arrow keys choose',
    async verify(kit) {
      const options = ['Small', 'Large'].map((label) => ({ value: label.toLowerCase(), label }))
      kit.showTree({
        kind: 'column',
        children: [
          { kind: 'radio', name: 'size', label: 'Size', value: 'small', options, onChange },
          { kind: 'button', label: 'After' },
        ],
      })
      await kit.oneOf(['radiogroup', 'group'], { name: 'Size' })
      const small = await kit.one('radio', { name: 'Small', checked: true })
      await kit.keyboard('{Tab}')
      await kit.seeFocusOn(small)
      await kit.keyboard('{ArrowDown}')
      await kit.seeFocusOn(await kit.one('radio', { name: 'Large', checked: true }))
      await seeValue(kit, 'large')
      await kit.keyboard('{Tab}')
      await kit.seeFocusOn(await kit.one('button', { name: 'After' }))
    },
  },
]

const form: readonly KindBehaviour[] = [
  {
    id: 'form/enter',
    title: 'is sent by Enter in a field, with the values of all',
    async verify({ one, pressOn, sent, showTree }) {
      showTree({
        kind: 'form',
        name: 'person',
        onSubmit: { handler: 'save' },
        children: [
          { kind: 'input', name: 'first', label: 'First name' },
          { kind: 'input', name: 'last', label: 'Last name' },
        ],
      })
      await pressOn(await one('textbox', { name: 'First name' }), 'Ada')
      await pressOn(await one('textbox', { name: 'Last name' }), 'Lovelace{Enter}')
      await sent(['save', { type: 'submit', name: 'person', values: { first: 'Ada', last: 'Lovelace' } }])
    },
  },
  {
    id: 'form/required',
    title: 'is not sent without what is required, and the first field that misses it has the focus',
    async verify({ emitted, one, pressOn, seeFocusOn, showTree }) {
      showTree({
        kind: 'form',
        name: 'person',
        onSubmit: { handler: 'save' },
        children: [
          { kind: 'input', name: 'first', label: 'First name', required: true },
          { kind: 'button', label: 'Save', submit: true },
        ],
      })
      await pressOn(await one('button', { name: 'Save' }), '{Enter}')
      await seeFocusOn(await one('textbox', { name: /^First name/ }))
      expect(emitted).toEqual([])
    },
  },
]

const tabs: readonly KindBehaviour[] = [
  {
    id: 'tabs/keys',
    title: 'is a tab list in which arrow keys move and Enter chooses',
    async verify(kit) {
      const { keyboard, none, one, seeFocusOn, seeText, showTree } = kit
      const parts = ['Day', 'Week', 'Month'].map((label) => ({
        id: label.toLowerCase(),
        label,
        children: [{ kind: 'text', text: `The ${label.toLowerCase()}` }] as const,
      }))
      showTree({ kind: 'tabs', name: 'range', label: 'Range', tabs: parts, onChange })
      await one('tablist', { name: 'Range' })
      const day = await one('tab', { name: 'Day', selected: true })
      await one('tabpanel', { name: 'Day' })
      await keyboard('{Tab}')
      await seeFocusOn(day)
      await keyboard('{ArrowRight}')
      await seeFocusOn(await one('tab', { name: 'Week', selected: false }))
      // Moving is not choosing: what is behind a tab may be costly.
      await one('tabpanel', { name: 'Day' })
      await keyboard('{End}')
      await seeFocusOn(await one('tab', { name: 'Month' }))
      await keyboard('{Home}{ArrowRight}{Enter}')
      await one('tab', { name: 'Week', selected: true })
      await one('tabpanel', { name: 'Week' })
      await none('tabpanel', { name: 'Day' })
      await seeText('The week')
      await seeValue(kit, 'week')
    },
  },
]

export const fieldKinds: KindBehaviours<
  'checkbox' | 'form' | 'input' | 'radio' | 'select' | 'switch' | 'tabs' | 'textarea'
> = { checkbox, form, input, radio, select, switch: [toggle('switch')], tabs, textarea }
