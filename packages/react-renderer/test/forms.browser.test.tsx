import '../src/styles.css'

import type { FormNode, UIEvent, UINode } from '@plugboard/contracts'
import { type NodeProps, useDraft, useFieldDraft, useForm } from '@plugboard/react-renderer'
import axe from 'axe-core'
import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { createFakeClock } from './fakeClock.ts'
import { type DrawnWidget, find, widgetOf } from './widgetOf.tsx'

const send: UINode = { kind: 'button', label: 'Send', submit: true, variant: 'primary' }
const name: UINode = { kind: 'input', name: 'name', label: 'Name', required: true }
const mail: UINode = { kind: 'input', name: 'mail', label: 'Mail', type: 'email' }

function form(children: readonly UINode[], parts: Partial<FormNode> = {}): UINode {
  return { kind: 'form', name: 'sign-up', onSubmit: { handler: 'signUp', args: 7 }, children, ...parts }
}

function events({ source }: DrawnWidget): readonly UIEvent[] {
  return source.emitted.map(({ event }) => event)
}

const types = (drawn: DrawnWidget): readonly string[] => events(drawn).map(({ type }) => type)

const nameField = (drawn: DrawnWidget) => drawn.screen.getByRole('textbox', { name: 'Name' })

const sendButton = (drawn: DrawnWidget) => drawn.screen.getByRole('button', { name: 'Send' })

describe('a form', () => {
  test('sends the values of all its fields in one event, whatever holds them', async () => {
    const drawn = await widgetOf(
      form([
        name,
        { kind: 'row', children: [{ kind: 'textarea', name: 'note', label: 'Note', value: 'as given' }] },
        { kind: 'checkbox', name: 'agree', label: 'I agree' },
        { kind: 'switch', name: 'live', label: 'Live', checked: true },
        {
          kind: 'radio',
          name: 'size',
          label: 'Size',
          options: [
            { value: 's', label: 'Small' },
            { value: 'm', label: 'Medium' },
          ],
        },
        { kind: 'select', name: 'color', label: 'Color', options: [{ value: 'red', label: 'Red' }], value: 'gone' },
        {
          kind: 'select',
          name: 'days',
          label: 'Days',
          multiple: true,
          options: [{ value: 'mo', label: 'Monday' }],
          value: ['mo', 'gone'],
        },
        { kind: 'input', name: 'dead', label: 'Dead', value: 'x', required: true, disabled: true },
        {
          kind: 'tabs',
          name: 'view',
          label: 'Views',
          tabs: [
            { id: 'one', label: 'One', children: [] },
            { id: 'two', label: 'Two', children: [{ kind: 'input', name: 'hidden', label: 'Hidden', value: 'there' }] },
          ],
        },
        send,
      ]),
    )
    await nameField(drawn).fill('Ada')
    await drawn.screen.getByLabelText('I agree').click()
    await sendButton(drawn).click()
    expect(drawn.source.emitted.map(({ handler }) => handler)).toEqual(['signUp'])
    expect(events(drawn)).toEqual([
      {
        type: 'submit',
        name: 'sign-up',
        args: 7,
        values: {
          name: 'Ada',
          note: 'as given',
          agree: true,
          live: true,
          size: null,
          color: null,
          days: ['mo'],
          view: 'one',
          hidden: 'there',
        },
      },
    ])
  })

  test('is sent by Enter in a single line, and by no other key or field', async () => {
    const drawn = await widgetOf(
      form([mail, { kind: 'textarea', name: 'note', label: 'Note' }, { kind: 'checkbox', name: 'ok', label: 'OK' }]),
    )
    await drawn.screen.getByLabelText('Note').click()
    await userEvent.keyboard('a{Enter}')
    find(drawn.box, '[type="checkbox"]').focus()
    await userEvent.keyboard('{Enter}')
    expect(types(drawn)).toEqual([])
    find(drawn.box, '.pui-input').focus()
    await userEvent.keyboard('{Enter}')
    expect(types(drawn)).toEqual(['submit'])
  })

  test('is sent once by a key that is held down, and not while an input method is at work', async () => {
    const drawn = await widgetOf(form([mail]))
    const input = find(drawn.box, 'input')
    const press = (init: KeyboardEventInit): boolean =>
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }))
    press({})
    press({ repeat: true })
    press({ isComposing: true })
    expect(types(drawn)).toEqual(['submit'])
  })

  test('hears what was typed, then the button, then the form', async () => {
    const onChange = { handler: 'typed' }
    const drawn = await widgetOf(
      form([
        { ...name, onChange, notify: 'commit' },
        { ...mail, onChange, notify: 'commit' },
        { ...send, onPress: { handler: 'pressed' } },
      ]),
    )
    // By script: a person's click leaves the field first, which sends it too.
    await drawn.screen.getByLabelText('Mail').fill('a@b')
    await nameField(drawn).fill('Ada')
    const button = sendButton(drawn).element()
    if (button instanceof HTMLElement) button.click()
    expect(events(drawn).map((event) => ('name' in event ? `${event.type} ${event.name}` : event.type))).toEqual([
      'change mail',
      'change name',
      'press',
      'submit sign-up',
    ])
  })

  test('lets Enter press its own first button, with all that this button asks and says', async () => {
    const inner = form(
      [
        { ...mail, name: 'inner' },
        { ...send, label: 'Inner' },
      ],
      {
        name: 'inner-form',
      },
    )
    const button: UINode = { ...send, onPress: { handler: 'pressed' }, disabled: true }
    const drawn = await widgetOf(form([inner, mail, button]))
    const enter = async (): Promise<void> => {
      drawn.box.querySelectorAll<HTMLElement>('input')[1]?.focus()
      await userEvent.keyboard('{Enter}')
    }
    await enter()
    expect(types(drawn)).toEqual([])
    drawn.showTree(form([inner, mail, { ...button, disabled: false }]))
    await expect.element(sendButton(drawn)).toBeEnabled()
    await enter()
    expect(drawn.source.emitted.map(({ handler }) => handler)).toEqual(['pressed', 'signUp'])
  })

  test('whose button asks first is sent, checked and gone to only after the answer', async () => {
    const confirm = { title: 'Really?', confirmLabel: 'Yes' }
    const drawn = await widgetOf(form([name, { ...send, confirm }]))
    await nameField(drawn).click()
    await userEvent.keyboard('{Enter}')
    await drawn.screen.getByRole('button', { name: 'Yes' }).click()
    await expect.element(nameField(drawn)).toHaveFocus()
    await userEvent.keyboard('Ada{Enter}')
    expect(types(drawn)).toEqual([])
    await drawn.screen.getByRole('button', { name: 'Yes' }).click()
    await expect.poll(() => types(drawn)).toEqual(['submit'])
  })

  test('goes to a field in a dialog, and in a part that is folded away', async () => {
    const panel: UINode = { kind: 'panel', title: 'More', collapsible: true, open: false, children: [name] }
    const drawn = await widgetOf(form([panel, send]))
    await sendButton(drawn).click()
    await expect.element(nameField(drawn)).toHaveFocus()
    await drawn.screen.unmount()
    const onClose = { handler: 'close' }
    const dialog: UINode = { kind: 'dialog', title: 'D', open: true, onClose, children: [form([mail, name, send])] }
    const other = await widgetOf(dialog)
    await other.screen.getByRole('button', { name: 'Send' }).click()
    await expect.element(nameField(other)).toHaveFocus()
    await userEvent.keyboard('Ada{Enter}')
    await expect.poll(() => types(other)).toEqual(['submit'])
  })

  test('that is busy is not sent, and says so', async () => {
    const drawn = await widgetOf(form([mail, send], { busy: true }))
    await sendButton(drawn).click()
    find(drawn.box, 'input').focus()
    await userEvent.keyboard('{Enter}')
    expect(types(drawn)).toEqual([])
    await expect.element(drawn.screen.getByRole('group')).toHaveAttribute('aria-busy', 'true')
  })

  test('inside another one has its own fields, and each is sent alone', async () => {
    const inner = form(
      [
        { ...mail, label: 'Inner' },
        { ...send, label: 'Send inner' },
      ],
      {
        name: 'inner',
      },
    )
    const drawn = await widgetOf(form([name, inner, send]))
    await drawn.screen.getByRole('button', { name: 'Send inner' }).click()
    await nameField(drawn).fill('Ada')
    await sendButton(drawn).click()
    expect(events(drawn)).toMatchObject([
      { name: 'inner', values: { mail: '' } },
      { name: 'sign-up', values: { name: 'Ada' } },
    ])
    expect(events(drawn)[1]).not.toHaveProperty('values.mail')
  })

  test('is a landmark when it has a name, and a group when it has none', async () => {
    const unnamed = await widgetOf(form([mail]))
    await expect.element(unnamed.screen.getByRole('group')).toBeInTheDocument()
    const named = await widgetOf(form([mail], { a11y: { label: 'Sign up' } }))
    await expect.element(named.screen.getByRole('form', { name: 'Sign up' })).toBeInTheDocument()
    expect(document.querySelector('.pui-widget form')).toBeNull()
  })

  test('leaves a button that sends a form, and stands in none, a button', async () => {
    const drawn = await widgetOf({ ...send, onPress: { handler: 'pressed' } })
    await sendButton(drawn).click()
    expect(types(drawn)).toEqual(['press'])
  })

  test('works with fields and buttons that the host draws itself', async () => {
    const MyInput = ({ node }: NodeProps<'input'>) => {
      const { fault, ref } = useFieldDraft(node)
      return (
        <div ref={ref}>
          <input aria-label={node.label} {...useDraft(node)} />
          {fault}
        </div>
      )
    }
    const MyButton = ({ node }: NodeProps<'button'>) => {
      const around = useForm()
      return <button onClick={() => around?.submit()}>{node.label}</button>
    }
    const drawn = await widgetOf(form([name, send]), { provider: { components: { input: MyInput, button: MyButton } } })
    await sendButton(drawn).click()
    await expect.element(drawn.screen.getByText('Fill this in.')).toBeVisible()
    expect(document.activeElement).toBe(find(drawn.box, 'input'))
    await userEvent.keyboard('Ada{Enter}')
    expect(events(drawn)).toMatchObject([{ values: { name: 'Ada' } }])
  })
})

describe('a form with faults', () => {
  test('sends nothing, says where and goes to the first one; each fault goes when its value changes', async () => {
    const drawn = await widgetOf(
      form([mail, name, { kind: 'checkbox', name: 'agree', label: 'Terms', required: true }, send]),
    )
    await drawn.screen.getByLabelText('Mail').fill('nobody')
    await sendButton(drawn).click()
    expect(types(drawn)).toEqual([])
    const field = drawn.screen.getByLabelText('Mail')
    await expect.element(field).toHaveFocus()
    await expect.element(field).toBeInvalid()
    await expect.element(field).toHaveAccessibleDescription('Enter an email address, such as name@example.com.')
    await expect.element(nameField(drawn)).toHaveAccessibleDescription('Fill this in.')
    await expect.element(drawn.screen.getByRole('checkbox')).toHaveAccessibleDescription('Tick this to go on.')
    await expect.element(drawn.screen.getByRole('status')).toHaveTextContent('Not sent: 3 fields need another look.')
    await userEvent.keyboard('@example.com')
    await expect.element(field).not.toBeInvalid()
    await expect.element(nameField(drawn)).toBeInvalid()
    await nameField(drawn).fill('Ada')
    await drawn.screen.getByRole('checkbox').click()
    await expect.element(drawn.screen.getByRole('status')).toHaveTextContent('')
    await sendButton(drawn).click()
    expect(types(drawn)).toEqual(['submit'])
  })

  test('shows its own words beside the plugin’s', async () => {
    const drawn = await widgetOf(form([{ ...name, error: 'Taken.' }, send]))
    await sendButton(drawn).click()
    await expect.element(nameField(drawn)).toHaveAccessibleDescription('Fill this in. Taken.')
  })

  test('opens the tab that hides the first one', async () => {
    const drawn = await widgetOf(
      form([
        {
          kind: 'tabs',
          name: 'view',
          label: 'Views',
          tabs: [
            { id: 'one', label: 'One', children: [mail] },
            { id: 'two', label: 'Two', children: [name] },
          ],
        },
        send,
      ]),
    )
    await sendButton(drawn).click()
    await expect.element(drawn.screen.getByRole('tab', { name: 'Two' })).toHaveAttribute('aria-selected', 'true')
    await expect.element(nameField(drawn)).toHaveFocus()
  })

  test('goes to the first radio button or tick of a group', async () => {
    const options = [
      { value: 'a', label: 'Dead', disabled: true },
      { value: 'b', label: 'Alive' },
    ]
    const radio: UINode = { kind: 'radio', name: 'r', label: 'R', required: true, options }
    const many: UINode = { kind: 'select', name: 's', label: 'S', required: true, multiple: true, options }
    for (const node of [radio, many]) {
      const drawn = await widgetOf(form([node, send]))
      await sendButton(drawn).click()
      await expect.element(drawn.screen.getByLabelText('Alive')).toHaveFocus()
      await drawn.screen.unmount()
    }
  })

  test('takes a fault back when the plugin asks for less', async () => {
    const drawn = await widgetOf(form([name, send]))
    await sendButton(drawn).click()
    await expect.element(nameField(drawn)).toBeInvalid()
    drawn.showTree(form([{ ...name, required: false }, send]))
    await expect.element(nameField(drawn)).not.toBeInvalid()
  })

  test.each(['light', 'dark'])('has none that axe finds, %s', async (theme) => {
    const drawn = await widgetOf(form([name, mail, send], { a11y: { label: 'Sign up' } }))
    await sendButton(drawn).click()
    await expect.element(drawn.screen.getByRole('status')).toBeVisible()
    drawn.screen.container.style.colorScheme = theme
    drawn.screen.container.style.background = theme === 'dark' ? '#13161b' : '#ffffff'
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
    expect((await axe.run(drawn.screen.container)).violations.map(({ id }) => id)).toEqual([])
  })
})

describe('a form of a hostile plugin', () => {
  test('takes no focus that no person gave it, whatever the plugin shows', async () => {
    const drawn = await widgetOf(form([name, send]), {
      wrap: (widget) => (
        <>
          <input aria-label="Host" />
          {widget}
        </>
      ),
    })
    await sendButton(drawn).click()
    await page.getByLabelText('Host').click()
    // What was at fault changes under the person, again and again: nobody is pulled back.
    for (let round = 0; round < 5; round += 1) {
      drawn.showTree(
        form([{ ...name, label: `Name ${round}`, error: `Error ${round}` }, send], { busy: round % 2 === 0 }),
      )
      await expect.element(drawn.screen.getByText(`Error ${round}`)).toBeVisible()
      await expect.element(page.getByLabelText('Host')).toHaveFocus()
    }
  })

  test('in a form of the host’s neither sends nor validates it, by whatever the person presses', async () => {
    const submitted = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
    const invalid = vi.fn()
    const views: UINode = { kind: 'tabs', name: 't', label: 'T', tabs: [{ id: 'a', label: 'A', children: [] }] }
    const drawn = await widgetOf(form([name, { ...mail, value: 'x' }, views, send]), {
      wrap: (widget) => (
        <form onSubmit={submitted} onInvalid={invalid} id="host-form">
          {widget}
        </form>
      ),
    })
    await sendButton(drawn).click()
    await userEvent.keyboard('Ada{Enter}')
    const host = find(document, '#host-form')
    if (!(host instanceof HTMLFormElement)) throw new Error('No form.')
    expect(host.checkValidity()).toBe(true)
    expect([...host.elements]).toEqual([])
    expect(submitted).not.toHaveBeenCalled()
    expect(invalid).not.toHaveBeenCalled()
    expect(types(drawn)).toEqual([])
  })

  test('whose button is in the form of another widget sends nothing of it', async () => {
    const other = await widgetOf(form([mail]))
    const drawn = await widgetOf(send)
    await sendButton(drawn).click()
    expect([types(other), types(drawn)]).toEqual([[], []])
  })

  test('falls silent when it refuses again and again without a person', async () => {
    const clock = createFakeClock()
    const drawn = await widgetOf(form([name, send]), { provider: { clock } })
    const status = find(drawn.box, '.pui-refusal')
    for (let round = 0; round < 6; round += 1) {
      await sendButton(drawn).click()
      await nameField(drawn).fill(`x${round}`)
      await nameField(drawn).fill('')
    }
    // Every one of them answered a person: nothing was spent.
    expect(status.getAttribute('aria-live')).toBeNull()
    for (let round = 0; round < 4; round += 1) {
      clock.advance(1_500)
      drawn.showTree(form([name, { kind: 'alert', tone: 'warning', title: `News ${round}` }, send]))
      await expect.element(drawn.screen.getByText(`News ${round}`)).toBeVisible()
    }
    await expect.poll(() => status.getAttribute('aria-live')).toBe('off')
  })

  test('gives no value under a name of JavaScript’s own, and hides none', async () => {
    // No parser lets this name through: the renderer does not lean on it.
    const drawn = await widgetOf(form([{ ...mail, name: '__proto__' }, { ...mail, name: 'toString' }, send]))
    await sendButton(drawn).click()
    const [event] = events(drawn)
    if (event?.type !== 'submit') throw new Error('Nothing was sent.')
    expect(Object.getPrototypeOf(event.values)).toBe(Object.prototype)
    expect(Object.keys(event.values)).toEqual(['__proto__', 'toString'])
  })
})
