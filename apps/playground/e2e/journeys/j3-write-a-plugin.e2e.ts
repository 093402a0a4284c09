import { EditorPage } from '../editorPage.ts'
import { findViolations } from '../pageHealth.ts'
import { expect, test } from './journey.ts'

const POMODORO = `import { Button, Column, definePlugin, Progress, Row, Text } from '@plugboard/sdk'

const phases = {
  focus: { label: 'Focus', time: { secs: 1500 } },
  rest: { label: 'Rest', time: { secs: 300 } },
}

definePlugin({
  id: 'pomodoro', title: 'Pomodoro', initialState: { left: 1500, phase: 'focus' as 'focus' | 'rest' },
  widgets: { main: {
    render({ state }) {
      const phase = phases[state.phase]
      return (
        <Column gap="md">
          <Text size="lg">{phase.label}</Text>
          <Progress label="Time left" value={state.left} max={phase.time.secs} />
          <Text>{state.left} seconds</Text>
          <Row gap="sm"><Button variant="primary" onPress="tick">Tick</Button></Row>
        </Column>
      )
    },
    handlers: {
      tick(ctx) {
        ctx.setState({ left: ctx.state.left - 1 })

      },
    },
  } },
})
`
const PROGRESS = 16
const HANDLER = 24

test.describe('at 1440 px', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('a plugin is written: the error is at its line, what worked goes on, and the state survives', async ({
    page,
    playground: _opened,
  }) => {
    test.slow()
    const editor = new EditorPage(page)
    const { preview } = editor
    await editor.create('Pomodoro', POMODORO)
    await expect(preview).toContainText('Nothing runs yet')
    await editor.code.click()
    await editor.save()
    await expect(preview.getByRole('article', { name: /^Pomodoro, pomodoro-1@/ })).toBeVisible()
    await preview.getByRole('button', { name: 'Tick' }).click()
    await expect(preview).toContainText('1499 seconds')

    // Only domains that there are, and what a handler can do.
    await editor.goToLine(HANDLER)
    await page.keyboard.type('ctx.dispatchSharedA')
    await page.getByRole('option', { name: 'dispatchSharedAction' }).click()
    await page.keyboard.type("('")
    await expect(page.getByRole('listbox').getByRole('option')).toHaveText([
      'counter-summary',
      'greeter-profile',
      'runtime-metrics',
      'runtime-registry',
    ])
    await page.keyboard.press('Escape')
    await editor.rewriteLine(HANDLER, '')

    // A typo that TypeScript sees, and that throws.
    await editor.rewriteLine(
      PROGRESS,
      '          <Progress label="Time left" value={state.left} max={phase.tim.secs} />',
    )
    await expect(page.getByText(/Property 'tim' does not exist .* Did you mean 'time'\?/)).toBeVisible()
    await expect(page.getByText('1 problem')).toBeVisible()
    await editor.save()
    await expect(page.getByText('The new version threw an error')).toBeVisible()
    await expect(page.getByText('Still showing the last one that worked')).toBeVisible()
    const card = preview.getByRole('article', { name: /^Pomodoro, / })
    await expect(card).toContainText('Stale')
    await expect(card).toContainText('1499 seconds')
    expect(await findViolations(page)).toEqual([])
    const link = page.getByRole('link', { name: /plugin\.tsx:16/ })
    await editor.goToLine(1)
    await link.click()
    await expect(editor.cursor(PROGRESS)).toBeVisible()

    await page.getByRole('button', { name: 'Fix' }).click()
    await editor.save()
    await expect(preview.getByRole('progressbar', { name: 'Time left' })).toHaveAttribute(
      'aria-valuetext',
      '1499 of 1500',
    )
    await expect(card).toContainText('1499 seconds')
    await expect(card).not.toContainText('Stale')
    await expect(page.getByText('Still showing the last one that worked')).toHaveCount(0)
  })
})

test('a version that failed is rolled back, and a syntax error points at its place', async ({
  page,
  playground: _opened,
}) => {
  const editor = new EditorPage(page)
  await editor.create('Pomodoro', POMODORO)
  await editor.run.click()
  await expect(editor.preview).toContainText('1500 seconds')
  await editor.rewriteLine(PROGRESS, '          <Progress max={ />')
  await editor.save()
  await expect(page.getByText('The new version did not compile')).toBeVisible()
  await expect(page.getByRole('link', { name: /^plugin\.tsx:16:\d+$/ })).toBeVisible()
  // Saving works wherever the focus is.
  await editor.rewriteLine(PROGRESS, '          <Progress label="Left" value={1} max={2} />')
  await editor.preview.getByRole('button', { name: 'Phone width' }).focus()
  await editor.save()
  await expect(editor.preview.getByRole('progressbar', { name: 'Left' })).toBeVisible()
  await editor.rewriteLine(PROGRESS, '          <Progress max={ />')
  await editor.save()
  await page.getByRole('button', { name: 'Roll back' }).click()
  await expect(editor.code).toContainText('max={2}')
  await expect(page.getByText('The new version did not compile')).toHaveCount(0)
})

test('saving without running says so, and running with a fresh state begins again', async ({
  page,
  playground: _opened,
}) => {
  const editor = new EditorPage(page)
  const { preview } = editor
  await editor.create('Pomodoro', POMODORO)
  await editor.run.click()
  await preview.getByRole('button', { name: 'Tick' }).click()
  await expect(preview).toContainText('1499 seconds')
  await page.getByRole('switch', { name: 'Run on save' }).click()
  await page.getByRole('switch', { name: 'Keep state' }).click()
  await editor.code.click()
  await editor.save()
  await expect(page.getByText('Saved. Press Run to run it.')).toBeVisible()
  await expect(preview).toContainText('1499 seconds')
  await editor.run.click()
  await expect(preview).toContainText('1500 seconds')
})

test('a preset is read, forked and changed, and the preset stays as it is', async ({ page, playground }) => {
  const editor = new EditorPage(page)
  await page.getByRole('button', { name: 'Actions for Calculator' }).click()
  await page.getByRole('menuitem', { name: 'View source' }).click()
  await editor.loaded()
  await expect(editor.code).toContainText("from './calculatorState.ts'")
  await expect(editor.code).toHaveAttribute('aria-readonly', 'true')
  await page.getByRole('button', { name: 'Fork to edit' }).click()
  await expect(editor.code).toContainText('interface CalculatorState')
  await editor.run.click()
  const card = editor.preview.getByRole('article', { name: /^Calculator, calculator-1@/ })
  await card.getByRole('button', { name: '7', exact: true }).click()
  await expect(card.getByText('Result', { exact: true }).locator('..')).toContainText('7')
  await expect(playground.cards('Calculator')).toHaveCount(1)
})

test('what a manifest asks for is shown, and granted only by the person', async ({ page, playground: _opened }) => {
  const editor = new EditorPage(page)
  await page.getByRole('button', { name: 'Actions for Counter', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Fork to edit' }).click()
  await editor.loaded()
  await editor.run.click()
  const card = editor.preview.getByRole('article', { name: /^Counter, counter-1@/ })
  await expect(card).toContainText('The shared total is not shown to this counter.')
  await expect(editor.preview).toContainText(
    'Its manifest asks to read counter-summary and write counter-summary. Nothing is granted until you grant it.',
  )
  await card.getByRole('button', { name: 'Increase' }).click()
  await expect(card).toContainText('1 write denied')
})

test('the editor is left by Escape and Tab, and its files are tabs', async ({ page, playground: _opened }) => {
  const editor = new EditorPage(page)
  await editor.create('Pomodoro', POMODORO)
  await editor.code.click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(editor.code).not.toBeFocused()
  await page.getByRole('tab', { name: 'manifest.json' }).click()
  await expect(page.getByRole('textbox', { name: 'Code of manifest.json' })).toContainText('"packageId": "pomodoro-1"')
  await editor.rewriteLine(2, '  "apiVersion": 2,')
  await expect(page.getByText(/apiVersion must be/)).toBeVisible()
  await editor.save()
  await expect(page.getByRole('link', { name: /^manifest\.json:2:/ })).toBeVisible()
})

test('code is formatted where it can be read', async ({ page, playground: _opened }) => {
  const editor = new EditorPage(page)
  await editor.create('Loose', 'const a   =  1;')
  await page.getByRole('button', { name: 'Format' }).click()
  await expect(editor.code).toHaveText('const a = 1')
  await editor.rewriteLine(1, 'const = ')
  await page.getByRole('button', { name: 'Format' }).click()
  await expect(page.getByText('It cannot be formatted before it can be read.')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 780 } })

  test('a plugin is written without scrolling sideways @phone', async ({ page }) => {
    await page.goto('/#run')
    await expect(page.getByRole('article', { name: /^Counter, / })).toHaveCount(2)
    const editor = new EditorPage(page)
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Code' }).click()
    await page.getByRole('button', { name: 'New plugin' }).click()
    await page.getByRole('dialog', { name: 'New plugin' }).getByRole('button', { name: 'Open in the editor' }).click()
    await editor.loaded()
    await editor.run.click()
    await editor.preview.getByRole('button', { name: 'Press me' }).click()
    await expect(editor.preview.getByText('Presses', { exact: true }).locator('..')).toContainText('1')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})

test('nothing of the editor is loaded for the Run view', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname))
  await page.goto('/')
  await expect(page.getByText('Runtime ready')).toBeAttached()
  expect(scripts.filter((path) => /Editor|typesWorker|authoringWorker|formatWorker/.test(path))).toEqual([])
})

test('a plugin of the person is renamed, duplicated, and removed with a way back', async ({ page, playground }) => {
  const editor = new EditorPage(page)
  await editor.create('Pomodoro', POMODORO)
  await editor.run.click()
  await editor.preview.getByRole('button', { name: 'Tick' }).click()
  const own = page.getByRole('list', { name: 'My plugins' }).getByRole('listitem')
  const act = async (title: string, action: string): Promise<void> => {
    await page.getByRole('button', { name: `Actions for ${title}`, exact: true }).click()
    await page.getByRole('menuitem', { name: action }).click()
  }
  await act('Pomodoro', 'Rename')
  await page.getByRole('dialog', { name: 'Rename Pomodoro' }).getByRole('textbox', { name: 'Name' }).fill('Egg timer')
  await page.keyboard.press('Enter')
  await expect(own).toContainText(['Egg timer'])
  await page.getByRole('tab', { name: 'manifest.json' }).click()
  await expect(editor.code).toContainText('"title": "Egg timer"')
  await act('Egg timer', 'Duplicate')
  await expect(own).toContainText(['Egg timer', 'Copy of Egg timer'])
  await page.getByRole('tab', { name: 'manifest.json' }).click()
  await expect(editor.code).toContainText('"packageId": "copy-of-egg-timer-1"')
  await act('Egg timer', 'Remove')
  await expect(own).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(own).toHaveCount(2)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Run' }).click()
  await expect(playground.cards('Pomodoro')).toContainText('1499 seconds')
})
