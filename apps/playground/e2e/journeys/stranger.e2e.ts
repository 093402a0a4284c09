import { EditorPage } from '../editorPage.ts'
import { PlaygroundPage } from '../playgroundPage.ts'
import { WorkspacesPage } from '../workspacesPage.ts'
import { expect, test } from './journey.ts'

const TALLY = `import { Button, Column, definePlugin, Row, Stat } from '@plugboard/sdk'

definePlugin({
  id: 'tally',
  title: 'Tally',
  initialState: { count: 0 },
  widgets: {
    main: {
      render({ state }) {
        return (
          <Column gap="md">
            <Stat label="Counted" value={state.count} />
            <Row gap="sm">
              <Button variant="primary" onPress="count">Count</Button>
              <Button onPress="fail">Fail</Button>
              <Button onPress="tell">Tell</Button>
            </Row>
          </Column>
        )
      },
      handlers: {
        count(ctx) {
          ctx.setState({ count: ctx.state.count + 1 })
        },
        fail() {
          throw new Error('on purpose')
        },
        tell(ctx) {
          ctx.dispatchSharedAction('counter-summary', 'set-instance', { value: ctx.state.count })
        },
      },
    },
  },
})
`
const THROWS = 26
const TELLS = 29

test('a stranger writes a plugin that counts, throws, is denied, is granted, and is shared with somebody who is asked first', async ({
  page,
  playground,
  stranger,
}) => {
  test.slow()
  const editor = new EditorPage(page)
  const card = editor.preview.getByRole('article', { name: /^Tally, / })

  await test.step('it is written and counts', async () => {
    await editor.create('Tally', '')
    await editor.code.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(TALLY)
    await expect(page.getByText('No problems')).toBeVisible()
    await editor.save()
    await card.getByRole('button', { name: 'Count', exact: true }).click()
    await card.getByRole('button', { name: 'Count', exact: true }).click()
    await expect(playground.value(card, 'Counted')).toContainText('2')
  })

  await test.step('it throws, and the error leads to its line', async () => {
    await card.getByRole('button', { name: 'Fail' }).click()
    const error = card.getByRole('group', { name: 'Error' })
    await expect(error).toContainText('on purpose')
    // Nobody says that it runs while its card says that it threw.
    await expect(page.getByRole('status').filter({ hasText: 'It was loaded, and failed.' })).toBeVisible()
    await error.getByRole('link', { name: new RegExp(`^plugin\\.tsx:${THROWS}:\\d+$`) }).click()
    await expect(editor.cursor(THROWS)).toBeVisible()
    await expect(editor.code.locator('.cm-activeLine')).toContainText("throw new Error('on purpose')")
    await expect(playground.value(card, 'Counted')).toContainText('2')
  })

  await test.step('it is denied, and granted', async () => {
    await card.getByRole('button', { name: 'Tell' }).click()
    await expect(card).toContainText('1 write denied')
    await card.getByRole('button', { name: 'Review' }).click()
    const event = page.getByRole('complementary', { name: /^Event \d+/ })
    await expect(event).toContainText('Needs write access to counter-summary')
    await expect(event.getByRole('link', { name: new RegExp(`^plugin\\.tsx:${TELLS}:\\d+$`) })).toBeVisible()
    await event.getByRole('button', { name: 'Grant and replay' }).click()
    await page.getByRole('link', { name: 'Run', exact: true }).click()
    const total = playground.value(playground.cards('Counter').first(), 'Shared total')
    await expect(total).toContainText('5')
  })

  const link = await new WorkspacesPage(page).share()

  await test.step('somebody else is asked, and counts with no access', async () => {
    await stranger.goto(link)
    const question = stranger.getByRole('dialog', { name: /^Run “/ })
    await expect(question.getByRole('switch', { checked: true })).toHaveCount(0)
    await expect(stranger.getByRole('article')).toHaveCount(0)
    await question.getByRole('button', { name: 'Run with no access' }).click()
    const other = new PlaygroundPage(stranger)
    const tally = other.cards('Tally')
    await tally.getByRole('button', { name: 'Count', exact: true }).click()
    await expect(other.value(tally, 'Counted')).toContainText('1')
    await tally.getByRole('button', { name: 'Tell' }).click()
    await expect(tally).toContainText('1 write denied')
  })
})
