import type { CDPSession, Page } from 'playwright-core'

import type { Figure, Part } from '../figure.ts'
import { openPage } from '../openPage.ts'
import type { InputsOptions } from '../pages/inputs/main.tsx'

const DELAYS = [
  [0, 0],
  [4, 8],
  [20, 40],
  [80, 140],
] as const
const KINDS = ['input', 'textarea'] as const

/** Between two keys, in milliseconds; deletions come in bursts. */
const KEY_TIME = 30
const BURST_TIME = 20

interface TypingCase extends Omit<InputsOptions, 'delay' | 'kind'> {
  readonly name: string
  readonly act: (keyboard: Keyboard) => Promise<void>
  readonly expected: string
  readonly expectedCaret: number
}

interface Keyboard {
  readonly page: Page
  readonly cdp: CDPSession
}

const type =
  (text: string) =>
  ({ page }: Keyboard): Promise<void> =>
    page.keyboard.type(text, { delay: KEY_TIME })

const fresh = { initial: '', caret: 0, answer: 'same' } as const

const CASES: readonly TypingCase[] = [
  { ...fresh, name: 'type at end', act: type('The quick fox 42'), expected: 'The quick fox 42', expectedCaret: 16 },
  {
    ...fresh,
    name: 'insert in middle',
    initial: 'hello world',
    caret: 5,
    act: type(' big blue'),
    expected: 'hello big blue world',
    expectedCaret: 14,
  },
  {
    ...fresh,
    name: 'delete in middle',
    initial: 'hello cruel world',
    caret: 11,
    async act({ page }) {
      for (let count = 0; count < 6; count += 1) await page.keyboard.press('Backspace', { delay: BURST_TIME })
    },
    expected: 'hello world',
    expectedCaret: 5,
  },
  {
    ...fresh,
    name: 'plugin clears',
    async act(keyboard) {
      await type('abc')(keyboard)
      await keyboard.page.getByRole('button', { name: 'Clear' }).click()
    },
    expected: '',
    expectedCaret: 0,
  },
  {
    ...fresh,
    name: 'input method',
    async act({ cdp, page }) {
      for (const text of ['n', 'に', 'にh', 'にほ', 'にほn', 'にほん']) {
        await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
        await page.waitForTimeout(KEY_TIME)
      }
      const early = await page.evaluate(() => globalThis.inputs.calls())
      if (early > 0) throw new Error('something was sent before the word was done')
      await cdp.send('Input.insertText', { text: '日本' })
    },
    expected: '日本',
    expectedCaret: 2,
  },
  {
    ...fresh,
    name: 'plugin makes capitals',
    answer: 'capitals',
    act: type('hello'),
    expected: 'HELLO',
    expectedCaret: 5,
  },
  {
    ...fresh,
    name: 'plugin keeps digits',
    answer: 'digits',
    act: type('12a34b5'),
    expected: '12345',
    expectedCaret: 5,
  },
  {
    ...fresh,
    name: 'capitals in middle',
    initial: 'HELLO WORLD',
    caret: 5,
    answer: 'capitals',
    act: type(' big'),
    expected: 'HELLO BIG WORLD',
    expectedCaret: 9,
  },
]

/** Typing into plugins that answer late, on a page that has time and on one that has not. */
export const inputs: Part = {
  name: 'inputs',
  what: `${CASES.length} ways of typing into a field of a plugin that answers after ${DELAYS.map(([from, to]) => `${from}–${to}`).join(', ')} ms, in Chromium, and the same while the page has a task of 100 ms each second`,
  async measure(): Promise<readonly Figure[]> {
    return [
      ...(await typeAll({ isBusy: false, where: 'a page at rest' })),
      ...(await typeAll({ isBusy: true, where: 'a busy page' })),
    ]
  },
}

async function typeAll({
  isBusy,
  where,
}: {
  readonly isBusy: boolean
  readonly where: string
}): Promise<readonly Figure[]> {
  await using opened = await openPage('inputs')
  const { page } = opened
  const keyboard = { page, cdp: await page.context().newCDPSession(page) }
  if (isBusy) await page.evaluate(() => globalThis.inputs.beBusy())
  const figures: Figure[] = []
  for (const kind of KINDS) {
    let failed = 0
    for (const delay of DELAYS) {
      for (const each of CASES) {
        const fault = await typeOne(keyboard, each, { kind, delay })
        if (fault === null) continue
        failed += 1
        process.stderr.write(`${where}, ${kind}, ${delay.join('–')} ms, ${each.name}: ${fault}\n`)
      }
    }
    const count = DELAYS.length * CASES.length
    figures.push({
      name: `of ${count} cases with ${kind}, failed on ${where}`,
      value: failed,
      unit: 'count',
      limit: { most: 0 },
    })
  }
  return figures
}

async function typeOne(
  keyboard: Keyboard,
  { act, answer, caret: start, expected, expectedCaret, initial }: TypingCase,
  { kind, delay }: Pick<InputsOptions, 'kind' | 'delay'>,
): Promise<string | null> {
  const { page } = keyboard
  await page.evaluate((each) => globalThis.inputs.open(each), {
    kind,
    delay,
    initial,
    caret: start,
    answer,
  })
  try {
    await act(keyboard)
  } catch (error) {
    return String(error)
  }
  const { text, state, caret, calls } = await page.evaluate(() => globalThis.inputs.settle())
  if (calls === 0) return 'the plugin was never called'
  const isRight = text === expected && state === expected && caret === expectedCaret
  return isRight
    ? null
    : `the field holds ${JSON.stringify(text)}, the plugin ${JSON.stringify(state)}, the caret is at ${caret}`
}
