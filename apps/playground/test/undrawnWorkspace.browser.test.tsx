import '../src/styles/tokens.css'

import { configureStore } from '@reduxjs/toolkit'
import { expect, onTestFinished, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'

import { Pages } from '../src/shell/Pages.tsx'
import { UndoOffers } from '../src/workspace/undoOffers.ts'
import { workspaceReducer } from '../src/workspace/workspaceSlice.ts'

const subscribe = () => () => undefined

test('a workspace that cannot be drawn leaves the way to the others, and says what to do', async () => {
  // React says there what was thrown.
  const log = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => log.mockRestore())
  const opened: string[] = []
  const entry = (id: string, name: string) => ({ id, name, openedAt: 1, deletedAt: null })
  const deskView = { current: entry('a', 'Broken'), entries: [entry('a', 'Broken'), entry('b', 'Sound')] }
  const playground = {
    key: '1',
    host: {},
    // Without the slice of the host nothing of the workbench can be drawn.
    store: configureStore({ reducer: { workspace: workspaceReducer } }),
    devtools: {},
    runner: {},
    imports: () => Promise.reject(new Error('Nothing is imported here.')),
    savedWorkspace: { flush: () => Promise.reject(new Error('There is no room left.')) },
    undoOffers: new UndoOffers(),
  }
  const parts = {
    desk: {
      subscribe,
      getPlayground: () => playground,
      getSnapshot: () => deskView,
      refresh: () => Promise.resolve(),
      open: ({ id }: { readonly id: string }) => Promise.resolve(void opened.push(id)),
    },
    arrivals: { subscribe, getSnapshot: () => null },
  }
  // What is used of them.
  await render(<Pages parts={parts as never} />)
  await expect.element(page.getByRole('alert')).toMatchTextContent(/cannot be shown/)
  await page.getByRole('button', { name: 'Load again' }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('There is no room left.')
  await page.getByRole('button', { name: /Broken/ }).click()
  await page.getByRole('menuitem', { name: 'Sound' }).click()
  await vi.waitFor(() => expect(opened).toEqual(['b']))
})
