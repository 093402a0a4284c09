import '../src/styles/tokens.css'

import type { EditorState } from '@codemirror/state'
import { useState, type ReactElement } from 'react'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'

import { CodeEditor, type CursorPlace } from '../src/editor/CodeEditor.tsx'
import { createSupport } from '../src/editor/createSupport.ts'
import { useSaveKey } from '../src/editor/useSaveKey.ts'
import { usePlace } from '../src/editor/usePlace.ts'
import type { ProjectFile } from '../src/projects/pluginProject.ts'

const START = `import { definePlugin, Text } from '@plugboard/sdk'

const phase = { label: 'Focus', secs: 1500 }

definePlugin({
  id: 'p',
  title: 'P',
  initialState: { left: 1 },
  widgets: { main: { render: () => <Text>{phase.sec}</Text>, handlers: { go(ctx) {
    ctx.
  } } } },
})
`

interface Told {
  text: string
  problems: number | null
  cursor: CursorPlace | null
  /** In which opening of the editor each was asked for. */
  saves: readonly number[]
}

/** An editor between two buttons, with the worker that the page has. */
function Bench({
  file,
  onSave,
  readText,
  tell,
  text: start,
}: {
  readonly onSave: (mount: number) => void
  readonly file: ProjectFile
  readonly tell: (part: Partial<Told>) => void
  readonly readText: () => string
  readonly text: string
}): ReactElement {
  const [text, setText] = useState(start)
  const [kept] = useState(() => new Map<string, EditorState>())
  const [place, setPlace] = useState<CursorPlace | null>(null)
  const [mount, setMount] = useState(0)
  useSaveKey(() => onSave(mount))
  const [support] = useState(() => createSupport({ packageId: 'p-1', onProblems: (problems) => tell({ problems }) }))
  return (
    <div data-theme="light" style={{ height: 400, display: 'flex', flexDirection: 'column' }}>
      <button type="button" onClick={() => setPlace({ line: 9, column: 48 })}>
        Go to 9:48
      </button>
      <button
        type="button"
        onClick={() => {
          tell({ text: 'rolled back' })
          setText('rolled back')
        }}
      >
        Roll back
      </button>
      <button type="button" onClick={() => setMount(mount + 1)}>
        Open again
      </button>
      <CodeEditor
        key={mount}
        file={file}
        text={text}
        readText={readText}
        label="Code"
        support={support[file]}
        kept={kept}
        place={place}
        onChange={(next) => {
          tell({ text: next })
          setText(next)
        }}
        onCursor={(cursor) => tell({ cursor })}
      />
      <button type="button">After</button>
    </div>
  )
}

async function open(text = START, file: ProjectFile = 'plugin.tsx'): Promise<Told> {
  const told: Told = { text, problems: null, cursor: null, saves: [] }
  await render(
    <Bench
      file={file}
      text={text}
      readText={() => told.text}
      tell={(part) => Object.assign(told, part)}
      onSave={(mount) => (told.saves = [...told.saves, mount])}
    />,
  )
  return told
}

const code = page.getByRole('textbox', { name: 'Code' })
const BUSY = { timeout: 30_000 }

test('a problem is told below its line, and mended by its button', async () => {
  const told = await open()
  await expect.element(page.getByText(/Property 'sec' does not exist .* Did you mean 'secs'\?/), BUSY).toBeVisible()
  await page.getByRole('button', { name: 'Fix' }).click()
  expect(told.text).toContain('{phase.secs}')
  await expect.element(page.getByText(/Did you mean/), BUSY).not.toBeInTheDocument()
})

test('what a context can do is completed by the types, and put in when it is chosen', async () => {
  const told = await open()
  await page.getByRole('button', { name: 'Go to 9:48' }).click()
  await userEvent.keyboard('{ArrowDown}{End}')
  expect(told.cursor).toEqual({ line: 10, column: 9 })
  await userEvent.keyboard('dispatchSh')
  const option = page.getByRole('option', { name: 'dispatchSharedAction' })
  await expect.element(option, BUSY).toBeVisible()
  await option.click()
  await expect.poll(() => told.text).toContain('ctx.dispatchSharedAction')
})

test('a name says what it is when it is pointed at', async () => {
  await open()
  await userEvent.hover(page.getByText('definePlugin', { exact: true }).last())
  await expect.element(page.getByText(/Tells the VM what this plugin is/), BUSY).toBeVisible()
})

test('Tab indents; after Escape it leaves the editor, both ways, and nobody is caught in it', async () => {
  const told = await open('a')
  await code.click()
  await userEvent.keyboard('{Tab}')
  expect(told.text).toBe('  a')
  await userEvent.keyboard('{Escape}{Tab}')
  await expect.element(page.getByRole('button', { name: 'After' })).toHaveFocus()
  await code.click()
  await userEvent.keyboard('{Escape}{Shift>}{Tab}{/Shift}')
  await expect.element(page.getByRole('button', { name: 'Open again' })).toHaveFocus()
  // Any other key takes the escape back.
  await code.click()
  await userEvent.keyboard('{Escape}b{Tab}')
  await expect.element(code).toHaveFocus()
})

test('a place is where the cursor goes', async () => {
  const told = await open()
  await page.getByRole('button', { name: 'Go to 9:48' }).click()
  await expect.element(code).toHaveFocus()
  expect(told.cursor).toEqual({ line: 9, column: 48 })
})

test('a text that was changed elsewhere is shown, and can be undone', async () => {
  const told = await open('mine')
  await page.getByRole('button', { name: 'Roll back' }).click()
  await expect.element(code).toHaveTextContent('rolled back')
  await code.click()
  await userEvent.keyboard('{ControlOrMeta>}z{/ControlOrMeta}')
  await expect.poll(() => told.text).toBe('mine')
})

test('saving is told, also when there is nothing new', async () => {
  const told = await open('a')
  await code.click()
  await userEvent.keyboard('{ControlOrMeta>}s{/ControlOrMeta}')
  expect(told.saves).toEqual([0])
})

test('saving in an editor that was opened again is told once, to what is there now', async () => {
  const told = await open('a')
  await page.getByRole('button', { name: 'Open again' }).click()
  await code.click()
  await userEvent.keyboard('{ControlOrMeta>}s{/ControlOrMeta}')
  expect(told.saves).toEqual([1])
})

test('saving by key works under Caps Lock', async () => {
  const told = await open('a')
  dispatchEvent(new KeyboardEvent('keydown', { key: 'S', ctrlKey: true, cancelable: true }))
  expect(told.saves).toEqual([0])
})

/** Two files of which one is open, and a link's place. */
function Files(): ReactElement {
  const { file, place, setFile } = usePlace(LINKED)
  return (
    <>
      <output>{place === null ? `${file}, nowhere` : `${file}, line ${place.line}`}</output>
      <button type="button" onClick={() => setFile('manifest.json')}>
        Manifest
      </button>
    </>
  )
}

const LINKED = { file: 'plugin.tsx', line: 7 } as const

test('where a link led is forgotten when another file is opened by hand', async () => {
  await render(<Files />)
  await expect.element(page.getByRole('status')).toHaveTextContent('plugin.tsx, line 7')
  await page.getByRole('button', { name: 'Manifest' }).click()
  await expect.element(page.getByRole('status')).toHaveTextContent('manifest.json, nowhere')
})

test('a manifest is checked as one, at its line', async () => {
  const told = await open('{\n  "apiVersion": 2\n}', 'manifest.json')
  await expect.element(page.getByText(/apiVersion must be/), BUSY).toBeVisible()
  await expect.poll(() => told.problems).toBe(1)
})
