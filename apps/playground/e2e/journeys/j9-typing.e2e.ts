import type { Locator, Page } from '@playwright/test'

import { expect, test } from './journey.ts'

/** Between two keys, in milliseconds; deletions come in bursts. */
const KEY_TIME = 30
const BURST_TIME = 20

/** How often a plugin turns round in a loop before it answers: it costs it nothing, some and many milliseconds. */
const SPINS = [0, 20_000, 200_000]

interface TypingCase {
  readonly name: string
  /** What the field holds before, and where the caret stands in it. */
  readonly initial: string
  readonly caret: number
  /** What the plugin makes of `text`, as an expression of JavaScript. */
  readonly answer: string
  readonly act: (page: Page, card: Locator) => Promise<void>
  readonly expected: string
  readonly expectedCaret: number
}

const type =
  (text: string) =>
  (page: Page): Promise<void> =>
    page.keyboard.type(text, { delay: KEY_TIME })

const fresh = { initial: '', caret: 0, answer: 'text' }

const CASES: readonly TypingCase[] = [
  { ...fresh, name: 'at the end', act: type('The quick fox 42'), expected: 'The quick fox 42', expectedCaret: 16 },
  {
    ...fresh,
    name: 'in the middle',
    initial: 'hello world',
    caret: 5,
    act: type(' big blue'),
    expected: 'hello big blue world',
    expectedCaret: 14,
  },
  {
    ...fresh,
    name: 'deleting in the middle',
    initial: 'hello cruel world',
    caret: 11,
    async act(page) {
      for (let count = 0; count < 6; count += 1) await page.keyboard.press('Backspace', { delay: BURST_TIME })
    },
    expected: 'hello world',
    expectedCaret: 5,
  },
  {
    ...fresh,
    name: 'into a field that the plugin clears',
    async act(page, card) {
      await type('abc')(page)
      await card.getByRole('button', { name: 'Clear' }).click()
    },
    expected: '',
    expectedCaret: 0,
  },
  {
    ...fresh,
    name: 'with an input method',
    async act(page) {
      const session = await page.context().newCDPSession(page)
      for (const text of ['n', 'に', 'にh', 'にほ', 'にほn', 'にほん']) {
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      }
      await session.send('Input.insertText', { text: '日本' })
    },
    expected: '日本',
    expectedCaret: 2,
  },
  {
    ...fresh,
    name: 'into capitals',
    answer: 'text.toUpperCase()',
    act: type('hello'),
    expected: 'HELLO',
    expectedCaret: 5,
  },
  {
    ...fresh,
    name: 'into digits',
    answer: "text.replace(/[^0-9]/g, '')",
    act: type('12a34b5'),
    expected: '12345',
    expectedCaret: 5,
  },
  {
    ...fresh,
    name: 'capitals in the middle',
    initial: 'HELLO WORLD',
    caret: 5,
    answer: 'text.toUpperCase()',
    act: type(' big'),
    expected: 'HELLO BIG WORLD',
    expectedCaret: 9,
  },
]

/** A plugin with one field, which says below it what it has in its state. */
function fieldPlugin({ answer, initial }: TypingCase, spins: number): string {
  return `definePlugin(({ ui }) => {
  const spin = () => { for (let turns = 0; turns < ${spins}; turns += 1); }
  return {
    id: 'field',
    title: 'Field',
    initialState: { text: ${JSON.stringify(initial)} },
    widgets: {
      main: {
        render({ pluginState }) {
          spin()
          return ui.column([
            ui.input('text', { label: 'Text', value: pluginState.text, notify: 'input', onChange: 'changed' }),
            ui.button('Clear', { onPress: 'clear' }),
            ui.text('The plugin has “' + pluginState.text + '”.'),
          ])
        },
        handlers: {
          changed(ctx, event) {
            spin()
            const text = event.value
            ctx.dispatchPluginAction('state/merge', { text: ${answer} })
          },
          clear(ctx) { ctx.dispatchPluginAction('state/merge', { text: '' }) },
        },
      },
    },
  }
})`
}

for (const spins of SPINS) {
  test(`no letter is lost or moved in the field of a plugin that turns round ${spins} times before it answers`, async ({
    page,
    playground,
  }) => {
    for (const each of CASES) {
      await test.step(each.name, async () => {
        await playground.paste('Field', fieldPlugin(each, spins))
        const card = playground.cards('Field').last()
        const field = card.getByRole('textbox', { name: 'Text' })
        await expect(field).toHaveValue(each.initial)
        await field.evaluate((element: HTMLInputElement, caret) => {
          element.focus()
          element.setSelectionRange(caret, caret)
        }, each.caret)
        await each.act(page, card)
        await expect(card.getByText(`The plugin has “${each.expected}”.`)).toBeVisible()
        await expect(field).toHaveValue(each.expected)
        // The plugin's answer has the last word, and the caret is where the typing left it.
        expect(await field.evaluate((element: HTMLInputElement) => element.selectionStart)).toBe(each.expectedCaret)
        await playground.act(card, 'Remove')
        await expect(playground.cards('Field')).toHaveCount(0)
      })
    }
  })
}
