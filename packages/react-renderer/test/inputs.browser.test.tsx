import '../src/styles.css'

import {
  createLatencyWidgetSource,
  type LatencyWidgetSource,
  type LatencyWidgetSourceOptions,
} from '@plugboard/contract-tests/fixtures'
import { PluginProvider, WidgetRenderer, type Clock } from '@plugboard/react-renderer'
import { describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { cdp, page, userEvent } from 'vitest/browser'

import { createFakeClock } from './fakeClock.ts'

/** Between two keys, in milliseconds: faster than most people type, slower than no time at all. */
const KEY_TIME = 8

const sleep = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))

interface Field {
  readonly element: HTMLInputElement | HTMLTextAreaElement
  readonly host: LatencyWidgetSource
}

type FieldOptions = Omit<LatencyWidgetSourceOptions, 'sleep'> & { readonly clock?: Clock }

async function open({ clock, ...options }: FieldOptions): Promise<Field> {
  const host = createLatencyWidgetSource({ ...options, sleep })
  await render(
    <PluginProvider source={host} {...(clock === undefined ? {} : { clock })}>
      <WidgetRenderer instanceId="field@00000000" widgetId="main" />
    </PluginProvider>,
  )
  const element = page.getByLabelText('Name').element()
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) throw new Error('No field.')
  element.focus()
  return { element, host }
}

async function keys(list: readonly string[]): Promise<void> {
  for (const key of list) {
    // One key after the other is what a person does.
    await userEvent.keyboard(key)
    await sleep(KEY_TIME)
  }
}

const type = (text: string): Promise<void> => keys(text.split(''))

/** Text, caret and the host's own state, all at once: a field that looks right may still have lost the plugin. */
async function expectField({ element, host }: Field, text: string, caret = text.length): Promise<void> {
  await host.idle()
  expect({ text: element.value, state: host.state(), caret: element.selectionStart }).toEqual({
    text,
    state: text,
    caret,
  })
}

// Two of the four delays of the study; `pnpm campaign inputs` has all of them, and a busy page besides.
describe.each([{ delay: [0, 0] }, { delay: [20, 40] }] as const)(
  'a field of a plugin that answers after $delay ms',
  ({ delay }) => {
    test('takes text at its end', async () => {
      const field = await open({ delay })
      await type('The quick fox 42')
      await expectField(field, 'The quick fox 42')
    })

    test('takes text in its middle', async () => {
      const field = await open({ delay, initial: 'hello world' })
      field.element.setSelectionRange(5, 5)
      await type(' big blue')
      await expectField(field, 'hello big blue world', 14)
    })

    test('loses text from its middle', async () => {
      const field = await open({ delay, initial: 'hello cruel world' })
      field.element.setSelectionRange(11, 11)
      await keys(Array.from({ length: 6 }, () => '{Backspace}'))
      await expectField(field, 'hello world', 5)
    })

    test('is cleared by the plugin', async () => {
      const field = await open({ delay })
      await type('abc')
      await page.getByRole('button', { name: 'Clear' }).click()
      await expectField(field, '', 0)
    })

    test('takes text from an input method, and sends nothing before it is done', async () => {
      const field = await open({ delay })
      for (const text of ['n', 'に', 'にh', 'にほ', 'にほn', 'にほん']) {
        await cdp().send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      }
      expect(field.host.calls()).toEqual([])
      expect(field.element.value).toBe('にほん')
      await cdp().send('Input.insertText', { text: '日本' })
      await expectField(field, '日本')
    })

    test('follows a plugin that makes capitals of it', async () => {
      const field = await open({ delay, transform: (text) => text.toUpperCase() })
      await type('hello')
      await expectField(field, 'HELLO')
    })

    test('follows a plugin that keeps the digits only', async () => {
      const field = await open({ delay, transform: (text) => text.replaceAll(/\D/g, '') })
      await type('12a34b5')
      await expectField(field, '12345')
    })

    test('follows a plugin that makes capitals of what is typed in the middle', async () => {
      const field = await open({ delay, initial: 'HELLO WORLD', transform: (text) => text.toUpperCase() })
      field.element.setSelectionRange(5, 5)
      await type(' big')
      await expectField(field, 'HELLO BIG WORLD', 9)
    })
  },
)

describe('a field of several lines, of a plugin that answers late,', () => {
  const late = { kind: 'textarea', delay: [20, 40] } as const

  test('takes lines at its end', async () => {
    const field = await open(late)
    await keys(['o', 'n', 'e', '{Enter}', 't', 'w', 'o'])
    await expectField(field, 'one\ntwo')
  })

  test('takes and loses text in its middle', async () => {
    const field = await open({ ...late, initial: 'hello world\nand all' })
    field.element.setSelectionRange(5, 5)
    await keys([' ', 'b', 'i', 'g', '{Enter}', '{Backspace}'])
    await expectField(field, 'hello big world\nand all', 9)
  })

  test('follows a plugin that makes capitals of what is typed in the middle', async () => {
    const field = await open({ ...late, initial: 'HELLO\nWORLD', transform: (text) => text.toUpperCase() })
    field.element.setSelectionRange(5, 5)
    await type(' big')
    await expectField(field, 'HELLO BIG\nWORLD', 9)
  })

  test('is cleared by the plugin', async () => {
    const field = await open(late)
    await type('abc')
    await page.getByRole('button', { name: 'Clear' }).click()
    await expectField(field, '', 0)
  })

  test('takes text from an input method, and sends nothing before it is done', async () => {
    const field = await open(late)
    await cdp().send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
    expect(field.host.calls()).toEqual([])
    await cdp().send('Input.insertText', { text: '日本' })
    await expectField(field, '日本')
  })
})

describe('what is typed and not yet sent', () => {
  test('is sent after a pause, once', async () => {
    // Its clock stands still however long a busy machine takes for three keys.
    const clock = createFakeClock()
    const field = await open({ delay: [0, 0], notify: 'pause', clock })
    await type('abc')
    expect(field.host.calls()).toEqual([])
    clock.advance(1_000)
    await expect.poll(() => field.host.state()).toBe('abc')
    expect(field.host.calls()).toHaveLength(1)
  })

  test('goes before a press, so that no handler reads an older form', async () => {
    const field = await open({ delay: [0, 0], notify: 'commit' })
    await type('abc')
    // By script: a real click would take the focus from the field, which also sends it.
    const button = page.getByRole('button', { name: 'Clear' }).element()
    if (button instanceof HTMLElement) button.click()
    await field.host.idle()
    expect(field.host.calls().map((event) => event.type)).toEqual(['change', 'press'])
  })

  test('is sent when the widget leaves the screen, and is there when it comes back', async () => {
    const host = createLatencyWidgetSource({ sleep, delay: [20, 40], notify: 'pause' })
    const screen = await render(
      <PluginProvider source={host}>
        <WidgetRenderer instanceId="field@00000000" widgetId="main" />
      </PluginProvider>,
    )
    await page.getByLabelText('Name').fill('abc')
    await screen.rerender(<PluginProvider source={host}>gone</PluginProvider>)
    await host.idle()
    expect(host.state()).toBe('abc')
    await screen.rerender(
      <PluginProvider source={host}>
        <WidgetRenderer instanceId="field@00000000" widgetId="main" />
      </PluginProvider>,
    )
    await expect.element(page.getByLabelText('Name')).toHaveValue('abc')
  })

  test('is the same in two views of one widget', async () => {
    const host = createLatencyWidgetSource({ sleep, delay: [20, 40] })
    await render(
      <PluginProvider source={host}>
        <WidgetRenderer instanceId="field@00000000" widgetId="main" />
        <WidgetRenderer instanceId="field@00000000" widgetId="main" />
      </PluginProvider>,
    )
    const [first, second] = page.getByLabelText('Name').elements()
    if (!(first instanceof HTMLInputElement) || !(second instanceof HTMLInputElement)) throw new Error('No fields.')
    first.focus()
    await type('one')
    second.focus()
    await keys(['{End}', 't', 'w', 'o'])
    await host.idle()
    expect([first.value, second.value, host.state()]).toEqual(['onetwo', 'onetwo', 'onetwo'])
  })
})
